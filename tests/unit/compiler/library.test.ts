import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromStored, hashesOfCourses, hashOfFiles, toStored } from '@/lib/compiler/course-files'
import { courseDifference } from '@/lib/compiler/difference/course-difference'
import { differenceText } from '@/lib/compiler/difference/difference-text'
import type { InputFile } from '@/lib/compiler/draft'
import { exportCourse } from '@/lib/compiler/export'
import { compileLibrary } from '@/lib/compiler/library/compile-library'
import { asLibrary, coursesIn, overlaid } from '@/lib/compiler/library/library-files'
import { coursesOf, viewOf } from '@/lib/course/courses'
import type { Catalogue } from '@/lib/course/types'
import { compiled, edit, fixtureFiles } from '../../support/course-fixture'
import { SECOND_COURSE } from '../../support/second-course'

const both = async (): Promise<readonly InputFile[]> => [
  ...asLibrary(await fixtureFiles()),
  ...asLibrary(SECOND_COURSE),
]
const EMPTY: readonly InputFile[] = [
  {
    path: 'empty/course.yaml',
    text: 'id: empty\ntitle: Empty\nsummary: None yet.\ntopics: []\nmodules: []\n',
  },
  { path: 'empty/entities.yaml', text: 'states: []\n' },
]

function sound(files: readonly InputFile[], previous: Catalogue | null = null): Catalogue {
  const { catalogue, faults } = compileLibrary(files, { previous })
  if (catalogue === null) throw new Error(JSON.stringify(faults, null, 2))
  return catalogue
}
const faultsOf = (files: readonly InputFile[], previous: Catalogue | null = null) =>
  compileLibrary(files, { previous }).faults

const without = ({ hash: _, ...rest }: Catalogue) => rest

describe('a library', () => {
  test('of one course makes just the catalogue of that course, with the hash that it always had', async () => {
    const files = await fixtureFiles()
    expect(sound(asLibrary(files))).toEqual(compiled(files))
  })

  test('of two courses says what belongs to which', async () => {
    const { course, courses, questions } = sound(await both())
    expect(course).toMatchObject({
      id: 'harbours+passes',
      title: 'The harbour leagues · The mountain passes',
    })
    expect(courses?.map(({ id, modules, topics }) => ({ id, modules, topics }))).toEqual([
      { id: 'harbours', modules: ['growth', 'rivals'], topics: ['leagues', 'trade'] },
      { id: 'passes', modules: ['winter'], topics: ['snow'] },
    ])
    expect(questions).toHaveLength(14)
  })

  test('is exported as one, with a list of what belongs to which, and one course alone as it always was', async () => {
    const exported = exportCourse(sound(await both()))
    expect(exported.questions).toHaveLength(14)
    expect(exported.courses).toMatchObject([
      { id: 'harbours', modules: ['growth', 'rivals'] },
      { id: 'passes', modules: ['winter'], topics: ['snow'], sources: ['pass-diary'] },
    ])
    expect(exportCourse(sound(asLibrary(SECOND_COURSE)))).not.toHaveProperty('courses')
  })

  test('makes the same catalogue in whatever order its files come', async () => {
    const files = await both()
    expect(sound([...files].reverse()).hash).toBe(sound(files).hash)
  })

  test('may have a course with nothing in it yet', async () => {
    const catalogue = sound([...(await both()), ...EMPTY])
    expect(coursesOf(catalogue).map(({ id }) => id)).toEqual(['empty', 'harbours', 'passes'])
    expect(viewOf(catalogue, ['empty'])).toMatchObject({
      course: { id: 'empty', modules: [] },
      questions: [],
      lessons: [],
      facts: [],
    })
    expect(sound(EMPTY).course.title).toBe('Empty')
  })

  test('shares an entity that is the same in both, with the names of both', async () => {
    const { entities } = sound(await both())
    expect(entities.filter(({ id }) => id === 'ar')).toEqual([
      expect.objectContaining({ name: 'Arvenia', aliases: ['ARV'] }),
    ])
  })

  test('is no longer compiled when a course with questions is gone, but an empty one may go', async () => {
    const files = [...(await both()), ...EMPTY]
    const previous = sound(files)
    const only = (course: string) => files.filter(({ path }) => path.startsWith(`${course}/`))
    expect(faultsOf([...only('harbours'), ...only('empty')], previous)).toEqual([
      expect.objectContaining({
        file: 'passes/course.yaml',
        message: 'the course `passes` is published with 4 questions, and its folder is missing',
      }),
    ])
    expect(faultsOf([...only('harbours'), ...only('passes')], previous)).toEqual([])
  })

  test('finds a question missing that was published in the course', async () => {
    const files = await both()
    const gone = edit(files, 'passes/questions/winter.yaml', 'id: pass-month', 'id: pass-autumn')
    const moved = edit(gone, 'passes/lessons/winter/closing.md', 'q=pass-month', 'q=pass-autumn')
    expect(faultsOf(moved, sound(files))).toEqual([
      expect.objectContaining({ file: 'passes/course.yaml', rule: 'retired' }),
    ])
  })
})

describe('what is new', () => {
  test('is told with its course in front where there are several, and a new course by its id', async () => {
    const one = sound(asLibrary(await fixtureFiles()))
    const two = sound(await both())
    const begun = differenceText(courseDifference(one, two))
    expect(begun).toContain('The mountain passes: pass-month')
    expect(begun).toMatch(/^Also changed: courses, modules, topics/m)
    const renamed = edit(
      await both(),
      'passes/lessons/winter/closing.md',
      'Whether it',
      'Whether the pass',
    )
    const changed = courseDifference(two, sound(renamed, two))
    expect(changed.lessons.changed).toMatchObject([
      { id: 'closing', course: 'The mountain passes' },
    ])
    expect(changed.others).toEqual([])
    expect(differenceText(courseDifference(null, one))).not.toContain('The harbour leagues:')
  })
})

describe('two courses clash', () => {
  const clashing: readonly (readonly [string, string, string, string])[] = [
    ['questions/winter.yaml', 'id: pass-month', 'id: fleet-size', 'question `fleet-size`'],
    ['facts/pass-diary.yaml', 'id: pas-closing', 'id: qua-exit', 'fact `qua-exit`'],
    ['course.yaml', 'id: winter', 'id: growth', 'module `growth`'],
    ['course.yaml', 'id: snow', 'id: founding-years', 'topic `founding-years`'],
    ['course.yaml', 'id: winter', 'id: harbours', 'module `harbours`'],
    ['entities.yaml', 'name: Arvenia', 'name: Another', 'entity `ar`'],
  ]
  test.each(clashing)(
    'in %s by %s, and each side is told where the other is',
    async (path, old, now, what) => {
      const faults = faultsOf(edit(await both(), `passes/${path}`, old, now)).filter(
        ({ rule }) => rule === 'course-clash',
      )
      expect(faults.map(({ file }) => file.split('/')[0])).toEqual(['harbours', 'passes'])
      const [theirs, mine] = faults
      expect(mine?.message).toContain(what)
      expect(mine?.message).toContain('the course `harbours`, at harbours/')
      expect(theirs?.message).toContain(`the course \`passes\`, at ${mine?.file}:${mine?.line}`)
    },
  )

  test('by their folders: one must be called as its course is', async () => {
    const files = (await fixtureFiles()).map((file) => ({ ...file, path: `other/${file.path}` }))
    expect(faultsOf(files)).toEqual([
      expect.objectContaining({ file: 'other/course.yaml', line: 1, rule: 'course-id' }),
    ])
  })

  test('with what lies beside their folders', async () => {
    const stray = { path: 'notes.txt', text: 'No course.' }
    expect(faultsOf([...(await both()), stray])).toEqual([
      expect.objectContaining({ file: 'notes.txt', rule: 'file' }),
    ])
  })
})

describe('a view', () => {
  test('of all courses is the catalogue itself, whatever the order in which they are named', async () => {
    const catalogue = sound([...(await both()), ...EMPTY])
    fc.assert(
      fc.property(
        fc.shuffledSubarray(['harbours', 'passes', 'empty', 'unknown'], { minLength: 4 }),
        (ids) => {
          expect(viewOf(catalogue, ids)).toBe(catalogue)
        },
      ),
    )
    expect(viewOf(catalogue, null)).toBe(catalogue)
  })

  test('of one course is what that course makes alone', async () => {
    const catalogue = sound(await both())
    // Nothing but names of an entity that both have is shared.
    const alone = compiled(SECOND_COURSE)
    expect(without(viewOf(catalogue, ['passes']))).toEqual(without(alone))
    const harbours = viewOf(catalogue, ['harbours'])
    expect(harbours.questions).toEqual(compiled(await fixtureFiles()).questions)
    expect(JSON.stringify(harbours)).not.toContain('pass-')
  })

  test('of views makes up the whole: everything is in one of them, and nothing is in two', async () => {
    const catalogue = sound([...(await both()), ...EMPTY])
    const views = coursesOf(catalogue).map(({ id }) => viewOf(catalogue, [id]))
    const all = (of: (one: Catalogue) => readonly { readonly id: string }[]) =>
      views.flatMap((one) => of(one).map(({ id }) => id)).sort()
    const whole = (of: (one: Catalogue) => readonly { readonly id: string }[]) =>
      of(catalogue)
        .map(({ id }) => id)
        .sort()
    for (const of of [
      (one: Catalogue) => one.questions,
      (one: Catalogue) => one.lessons,
      (one: Catalogue) => one.facts,
      (one: Catalogue) => one.sources,
      (one: Catalogue) => one.course.modules,
      (one: Catalogue) => one.course.topics,
    ]) {
      expect(all(of)).toEqual(whole(of))
    }
  })

  test('of no course that there is has nothing in it', async () => {
    expect(viewOf(sound(await both()), ['unknown']).questions).toEqual([])
    expect(viewOf(compiled(await fixtureFiles()), ['unknown']).questions).toEqual([])
  })
})

describe('files', () => {
  test('that an earlier release stored are read as a library, and have the hash that was stored', async () => {
    const old = Object.fromEntries((await fixtureFiles()).map(({ path, text }) => [path, text]))
    const read = fromStored(old)
    expect(read.every(({ path }) => path.startsWith('harbours/'))).toBe(true)
    expect(hashOfFiles(read)).toBe(hashOfFiles(await fixtureFiles()))
    expect(fromStored(toStored(read))).toEqual(read)
    expect(hashesOfCourses(read)).toEqual(new Map([['harbours', hashOfFiles(read)]]))
  })

  test('of one course that are put over a library leave the other byte for byte', async () => {
    const files = await both()
    const changed = edit(SECOND_COURSE, 'course.yaml', 'Another invented', 'Yet another')
    const over = overlaid(files, asLibrary(changed))
    expect(coursesIn(over).get('harbours')).toEqual(coursesIn(files).get('harbours'))
    expect(coursesIn(over).get('passes')).toEqual(changed)
    expect(hashOfFiles(overlaid(over, asLibrary(SECOND_COURSE)))).toBe(hashOfFiles(files))
  })
})
