import { expect, test } from 'vitest'
import { compileLibrary } from '@/lib/compiler/library/compile-library'
import { inOrder, ownersIn } from '@/lib/course/owners'
import { compiled, fixtureFiles } from '../../support/course-fixture'
import { bothCourses } from '../../support/library'

const one = compiled(await fixtureFiles())
const { catalogue: both } = compileLibrary(await bothCourses(), { previous: null })
if (both === null) throw new Error('The courses of the tests do not compile')

test('everything of a catalogue has its course, also where there is only one', () => {
  for (const catalogue of [one, both]) {
    const { part, question, fact } = ownersIn(catalogue)
    const { course, lessons, questions, facts } = catalogue
    for (const { id } of [...course.modules, ...course.topics, ...lessons]) {
      expect(part(id), id).not.toBeNull()
    }
    for (const { id } of [...questions, ...course.retired]) expect(question(id), id).not.toBeNull()
    for (const { id } of facts) expect(fact(id), id).not.toBeNull()
    expect(part('growth')?.id).toBe('harbours')
  }
  expect(ownersIn(both).question('pass-month')?.id).toBe('passes')
  expect(ownersIn(both).fact('pas-closing')?.id).toBe('passes')
})

test('what a catalogue does not have is of no course', () => {
  const { part, question, fact } = ownersIn(one)
  expect([part('winter'), question('pass-month'), fact('pas-closing')]).toEqual([null, null, null])
})

test('several courses come in their order and each once', () => {
  const owners = ownersIn(both)
  const some = ['winter', 'growth', 'snow', 'gone'].map(owners.part)
  expect(inOrder(owners, some).map(({ id }) => id)).toEqual(['harbours', 'passes'])
})
