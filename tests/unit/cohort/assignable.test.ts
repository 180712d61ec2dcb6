import { beforeAll, expect, test } from 'vitest'
import { type Assignable, assignable, assignableIn } from '@/lib/cohort/view/assignable'
import { compileLibrary } from '@/lib/compiler/library/compile-library'
import { lookUp } from '@/lib/course/look-up'
import { asLessonId, asModuleId } from '@/lib/kernel/ids'
import { bothCourses } from '../../support/library'

let courses: readonly Assignable[]
beforeAll(async () => {
  const { catalogue } = compileLibrary(await bothCourses(), { previous: null })
  if (catalogue === null) throw new Error('The courses of the tests do not compile')
  courses = assignable({ version: 1, catalogue, look: lookUp(catalogue) })
})

const course = (asked: string | null, target: Parameters<typeof assignableIn>[2] = null) =>
  assignableIn(courses, asked, target)?.id ?? null

test('every module and lesson can be assigned below its own course, and is named by itself', () => {
  expect(courses.map(({ id, choices }) => [id, choices.map(({ title }) => title)])).toEqual([
    ['harbours', ['How the league grew', 'Rivals']],
    ['passes', ['Winter on the passes']],
  ])
  expect(courses[1]?.choices[0]?.lessons.map(({ id }) => id)).toEqual(['closing'])
})

test('a form is about the course that was asked for, then that of what is assigned, then the first', () => {
  expect(course('passes', { kind: 'module', id: asModuleId('growth') })).toBe('passes')
  expect(course(null, { kind: 'module', id: asModuleId('winter') })).toBe('passes')
  expect(course('gone', { kind: 'lesson', id: asLessonId('closing') })).toBe('passes')
  expect(course(null)).toBe('harbours')
  expect(course('gone', { kind: 'module', id: asModuleId('taken-away') })).toBe('harbours')
})

test('a course in which there is nothing to assign comes first only when it is asked for', () => {
  const empty = { id: 'empty', title: 'Empty', choices: [] }
  expect(assignableIn([empty, ...courses], null, null)?.id).toBe('harbours')
  expect(assignableIn([empty, ...courses], 'empty', null)?.id).toBe('empty')
  expect(assignableIn([empty], null, null)?.id).toBe('empty')
  expect(assignableIn([], null, null)).toBeNull()
})
