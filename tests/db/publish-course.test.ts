import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadImage } from '@/lib/server/course/load-image'
import { publishCourse } from '@/lib/server/course/publish-course'
import { requireCourse } from '@/lib/server/current-course'
import { wholeScope } from '@/lib/server/whole-scope'
import { as, FIXTURE_COURSE, NOON, openScene, somebody } from '../support/scene'

let scene: { close: () => Promise<void> }
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

const publish = (compiled: string | null) =>
  publishCourse(wholeScope(), { folder: '/no/such/course', compiled, now: NOON })

test('files that are known to make the published course are not read again', async () => {
  const { hash, version } = await requireCourse()
  expect(await publish(hash)).toEqual({ outcome: 'unchanged', version, hash })
})

test('files that are known to make another course, or nothing, are read', async () => {
  for (const compiled of ['the hash of an older course', null]) {
    await expect(publish(compiled)).rejects.toThrow('/no/such/course')
  }
})

test('the bytes of an image are published with the course that shows it, and found by their hash', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'steppe-images-'))
  try {
    await cp(FIXTURE_COURSE, folder, { recursive: true })
    const lesson = join(folder, 'lessons/rivals/lean-years.md')
    const text = await readFile(lesson, 'utf8')
    await writeFile(lesson, text.replace('## What remains', '::image{id=quay}\n\n## What remains'))
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 6"><path d="M0 0h9"/></svg>'
    await mkdir(join(folder, 'images'))
    await writeFile(join(folder, 'images/quay.svg'), svg)
    await writeFile(
      join(folder, 'images.yaml'),
      'images:\n  - { id: quay, file: quay.svg, alt: A quay., source: Own drawing, licence: CC0 1.0 }\n',
    )
    const published = await publishCourse(wholeScope(), { folder, compiled: null, now: NOON })
    expect(published.outcome).toBe('published')
    const { catalogue } = await requireCourse()
    const file = catalogue.images?.[0]?.file ?? ''
    const scope = await as(await somebody())
    const { type, bytes } = await loadImage(scope, file)
    expect({ type, text: Buffer.from(bytes).toString('utf8') }).toEqual({
      type: 'image/svg+xml',
      text: svg,
    })
    await expect(loadImage(scope, 'other.svg')).rejects.toMatchObject({ code: 'not_found' })
  } finally {
    await rm(folder, { recursive: true })
  }
})
