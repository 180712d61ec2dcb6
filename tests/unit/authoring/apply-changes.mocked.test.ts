import { beforeEach, expect, test, vi } from 'vitest'
import { parseDocument } from 'yaml'
import { applyChanges, type CourseFiles } from '@/lib/authoring/apply-changes'
import type { Change } from '@/lib/authoring/draft'

vi.mock('yaml', async (original) => {
  const yaml = await original<typeof import('yaml')>()
  return { ...yaml, parseDocument: vi.fn(yaml.parseDocument) }
})
beforeEach(() => {
  vi.mocked(parseDocument).mockClear()
})

/** No image came with the drafts of these tests. */
const NONE = new Map<string, string>()

const path = 'questions/growth.yaml'
const question = (id: string, prompt = `What is ${id}?`) => ({ id, prompt })
const fresh = (id: string): Change => ({
  ...{ path, list: 'questions', id },
  base: null,
  mine: question(id),
})
const TEXT = `# The head of the file
questions:
  - id: first
    prompt: What is first?
  # Why there is a second one
  - id: second
    prompt: What is second?
  - { id: third, prompt: What is third? } # on one line
`

test('two hundred changes of one file read it as often as one change', () => {
  const files = new Map([[path, TEXT]])
  applyChanges(files, [fresh('new')], NONE)
  const reads = vi.mocked(parseDocument).mock.calls.length
  vi.mocked(parseDocument).mockClear()
  const many = Array.from({ length: 200 }, (_, i) => fresh(`new-${i}`))
  const { files: after, collided } = applyChanges(files, many, NONE)
  expect(vi.mocked(parseDocument).mock.calls.length).toBe(reads)
  expect(collided).toEqual([])
  expect(after.get(path)?.match(/- id: new-\d+\n/g)).toHaveLength(200)
})

test('changes of one file made together write the bytes that they write one after another', () => {
  const files = new Map([
    [path, TEXT],
    ['course.yaml', 'title: A course\nmodules: []\n'],
  ])
  const changes: readonly Change[] = [
    { ...fresh('third'), base: question('third'), mine: question('third', 'Which?') },
    fresh('fourth'),
    { path: 'course.yaml', list: 'modules', id: 'growth', base: null, mine: { id: 'growth' } },
    { ...fresh('first'), base: question('first'), mine: null },
    { path: 'course.yaml', list: 'retired', id: 'first', base: null, mine: { id: 'first' } },
    { ...fresh('second'), base: question('second'), mine: { ...question('second'), unit: 'km' } },
    fresh('fifth'),
  ]
  const oneByOne = changes.reduce<CourseFiles>(
    (done, change) => applyChanges(done, [change], NONE).files,
    files,
  )
  expect(new Map(applyChanges(files, changes, NONE).files)).toEqual(new Map(oneByOne))
  expect(oneByOne.get(path)).toBe(`# The head of the file
questions:
  # Why there is a second one
  - id: second
    prompt: What is second?
    unit: km
  - { id: third, prompt: 'Which?' } # on one line
  - id: fourth
    prompt: What is fourth?
  - id: fifth
    prompt: What is fifth?
`)
})

test('what collides among many changes of a file is named, and the others are made', () => {
  const files = new Map([[path, TEXT]])
  const mine: Change = {
    ...fresh('second'),
    base: question('second', 'Before?'),
    mine: question('second', 'Mine?'),
  }
  const { files: after, collided } = applyChanges(files, [fresh('new'), mine, fresh('other')], NONE)
  expect(collided.map(({ target }) => target.id)).toEqual(['second'])
  expect(after.get(path)).toContain('prompt: Mine?')
  expect(after.get(path)).toContain('- id: other')
})
