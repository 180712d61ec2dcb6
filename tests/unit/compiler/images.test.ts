import { describe, expect, test } from 'vitest'
import { compileCourse } from '@/lib/compiler/compile'
import type { InputFile } from '@/lib/compiler/draft'
import { readSvg } from '@/lib/compiler/images/svg-faults'
import { compiled, edit, faultsIn, fixtureFiles, lineOf } from '../../support/course-fixture'

const LEAN = 'lessons/rivals/lean-years.md'
const QUESTIONS = 'questions/rivals.yaml'

/** A png of one pixel, a jpeg and a webp of which only the head is there. */
const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

const ENTRY = `images:
  - id: harbour
    file: harbour.png
    alt: A harbour with two moles.
    source: Own drawing
    licence: CC0 1.0
`

const withImage = async ({
  entry = ENTRY,
  path = 'images/harbour.png',
  text = PNG,
} = {}): Promise<readonly InputFile[]> => {
  const files = await fixtureFiles()
  const lesson = files.find((file) => file.path === LEAN)
  if (!lesson) throw new Error('The fixture has no such lesson')
  const shown = lesson.text.replace('## What remains', '::image{id=harbour}\n\n## What remains')
  return [
    ...files.filter((file) => file !== lesson),
    { path: LEAN, text: shown },
    { path: 'images.yaml', text: entry },
    { path, text },
  ]
}

test('an image stands in its lesson with all that is said of it, and its bytes are handed over by hash', async () => {
  const { catalogue, images } = compileCourse(await withImage(), { previous: null })
  const [image] = catalogue?.images ?? []
  expect(image).toMatchObject({ id: 'harbour', caption: null, width: 1, height: 1 })
  expect(image?.file).toMatch(/^[0-9a-f]{64}\.png$/)
  const lesson = catalogue?.lessons.find(({ id }) => id === 'lean-years')
  expect(lesson?.blocks).toContainEqual({ kind: 'image', image })
  expect(lesson?.text).toContain('A harbour with two moles.')
  expect(images).toMatchObject([{ file: image?.file, type: 'image/png' }])
  expect(Buffer.from(images[0]?.bytes ?? []).toString('base64')).toBe(PNG)
})

test('a question that is published with another image needs a new revision', async () => {
  const files = await withImage()
  const text = files.find(({ path }) => path === QUESTIONS)?.text ?? ''
  const prompt = text.match(/^ {4}prompt: .*$/m)?.[0] ?? ''
  const now = edit(files, QUESTIONS, prompt, `${prompt}\n    image: harbour`)
  expect(faultsIn(now, compiled(files)).map(({ message }) => message)).toEqual([
    expect.stringContaining('was published with another image: raise `revision`'),
  ])
})

test.each([
  ['that is no image', { text: Buffer.from('no image at all').toString('base64') }, /no png image/],
  [
    'of another kind than its name says',
    { text: Buffer.from('GIF89a').toString('base64') },
    /no png/,
  ],
  ['that is too large', { text: Buffer.alloc(500_001).toString('base64') }, /500001 bytes/],
])('a file %s is refused at its path', async (_what, over, message) => {
  const faults = faultsIn(await withImage(over))
  expect(faults).toContainEqual({
    file: 'images/harbour.png',
    line: 1,
    rule: 'image',
    message: expect.stringMatching(message),
  })
})

test('an entry without alternative text, source or licence is refused with its line', async () => {
  for (const key of ['alt', 'source', 'licence']) {
    const entry = ENTRY.replace(new RegExp(`^ {4}${key}: .*\\n`, 'm'), '')
    const faults = faultsIn(await withImage({ entry }))
    expect(faults.map(({ message }) => message)).toContainEqual(
      expect.stringMatching(new RegExp(`${key}\`? is missing`)),
    )
  }
})

test('a file without an entry, an entry without a file and an image that is shown nowhere are refused', async () => {
  const files = await withImage()
  const stray = [...files, { path: 'images/stray.png', text: PNG }]
  expect(faultsIn(stray)).toMatchObject([{ file: 'images/stray.png', rule: 'image' }])
  const renamed = edit(files, 'images.yaml', 'harbour.png', 'harbor.png')
  expect(faultsIn(renamed).map(({ message }) => message)).toContain(
    'there is no file images/harbor.png',
  )
  const unshown = edit(files, LEAN, '::image{id=harbour}\n\n', '')
  const [fault] = faultsIn(unshown)
  expect(fault).toMatchObject({
    rule: 'image',
    line: lineOf(files, 'images.yaml', 'id: harbour'),
  })
  const wrong = edit(files, LEAN, '{id=harbour}', '{id=harbur}')
  expect(faultsIn(wrong).map(({ message }) => message)).toContain(
    'there is no image `harbur`; did you mean `harbour`?',
  )
})

describe('an svg', () => {
  const svg = (inside: string, more = '') =>
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 30 20" ${more}>\n${inside}\n</svg>`

  test('that only draws has the size of its view box', () => {
    const drawn = svg(
      '<defs><linearGradient id="g"><stop offset="0"/></linearGradient></defs><rect width="3" height="2" fill="url(#g)"/><use href="#g"/>',
    )
    expect(readSvg(drawn)).toEqual({ faults: [], size: { width: 30, height: 20 } })
  })

  test.each([
    '<script>alert(1)</script>',
    '<style>rect { fill: url(https://example.org/x) }</style>',
    '<rect onload="alert(1)"/>',
    '<rect style="fill:red"/>',
    '<image href="https://example.org/x.png"/>',
    '<a href="https://example.org"><rect/></a>',
    '<use href="https://example.org/x.svg#y"/>',
    '<use xlink:href="data:image/svg+xml;base64,AAAA"/>',
    '<rect fill="url(https://example.org/x)"/>',
    '<rect fill="url( //example.org/x )"/>',
    '<foreignObject><p>words</p></foreignObject>',
    '<h:script xmlns:h="http://www.w3.org/1999/xhtml">alert(1)</h:script>',
    '<animate attributeName="href" values="javascript:alert(1)"/>',
    '<set attributeName="onload" to="alert(1)"/>',
    '<?xml-stylesheet href="x.css"?>',
    '<rect>',
  ])('with %s is refused at its line', (inside) => {
    const { faults } = readSvg(svg(inside))
    expect(faults.length).toBeGreaterThan(0)
    expect(faults[0]?.line).toBeGreaterThanOrEqual(2)
  })

  test('with a DOCTYPE or entities is refused', () => {
    const bomb = `<!DOCTYPE svg [<!ENTITY a "aaaa">]>${svg('<text>&a;</text>')}`
    expect(readSvg(bomb).faults.length).toBeGreaterThan(0)
  })
})
