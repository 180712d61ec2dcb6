import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { type LookUp, lookUp } from '@/lib/course/look-up'
import { excerptOf, markTerms } from '@/lib/reference/excerpt'
import { mentionedIn } from '@/lib/reference/mentions'
import { searchCourse } from '@/lib/reference/search'
import { compileFolder } from '../../support/real-course'

let look: LookUp
beforeAll(async () => {
  look = lookUp(await compileFolder())
})

const ids = (query: string, kind: string) =>
  searchCourse(look, query)
    .filter((hit) => hit.kind === kind)
    .map((hit) => hit.id)

/** One in eleven: a whole sentence is a slow query, and nobody types one. */
const some = <T>(items: readonly T[]) => items.filter((_, at) => at % 11 === 0)

test('questions, facts and lessons are found by their own words', () => {
  const { questions, facts, lessons } = look.catalogue
  for (const { id, prompt } of some(questions)) expect(ids(prompt, 'question')).toContain(id)
  for (const { id, statement } of some(facts)) expect(ids(statement, 'fact')).toContain(id)
  for (const { id, title } of lessons) expect(ids(title, 'lesson')).toContain(id)
})

test('a word in British or American spelling, or with a slip, finds the same', () => {
  const british = ids('Shanghai Co-operation Organisation charter', 'fact')
  expect(british.length).toBeGreaterThan(0)
  expect(ids('shanghai cooperation ORGANIZATION charter', 'fact')).toEqual(british)
  expect(ids('Uyghur', 'fact')).toEqual(ids('Uighur', 'fact'))
  expect(ids('Uzbekstan', 'fact').length).toBeGreaterThan(0)
})

test('an abbreviation finds what gives the name in full', () => {
  const inFull = look.catalogue.facts.find(
    ({ statement }) =>
      statement.includes('Collective Security Treaty Organisation') && !/CSTO/.test(statement),
  )
  if (inFull) expect(ids('CSTO', 'fact')).toContain(inFull.id)
})

test('an empty query, blanks and nonsense find nothing and break nothing', () => {
  expect(searchCourse(look, '')).toEqual([])
  expect(searchCourse(look, '  \n')).toEqual([])
  fc.assert(
    fc.property(fc.string({ maxLength: 60, unit: 'grapheme' }), (query) => {
      for (const { id } of searchCourse(look, query)) expect(id).not.toBe('')
    }),
    { numRuns: 60 },
  )
})

test('a marked text joined is the text, and only words looked for are marked', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string()), (text, terms) => {
      expect(
        markTerms(text, terms)
          .map((part) => part.text)
          .join(''),
      ).toBe(text)
    }),
  )
  expect(markTerms('The Co-operation of 1,500 men', ['cooperation', '1500'])).toEqual([
    { text: 'The ', found: false },
    { text: 'Co-operation', found: true },
    { text: ' of 1,500 men', found: false },
  ])
})

test('an excerpt holds the first word found, and is cut between words', () => {
  const text = `${'before '.repeat(60)}Andijan ${'after '.repeat(60)}`
  const excerpt = excerptOf(text, ['andijan'])
  expect(excerpt).toMatch(/^… (before )+Andijan (after )+…$/)
  expect(excerpt.length).toBeLessThan(200)
})

test('a longer name hides a shorter one inside it, and case counts', () => {
  const { entities } = look.catalogue
  expect(mentionedIn(entities, 'They told us of Peace Mission 2005.')).toEqual([
    'peace-mission-2005',
  ])
  expect(mentionedIn(entities, 'Uzbek troops and the US')).toEqual(['uz', 'us'])
  expect(mentionedIn(entities, 'The Collective Security Treaty Organisation')).toEqual(['csto'])
})
