import { describe, expect, test } from 'vitest'
import {
  citationLabel,
  inlineCitationLabel,
  spokenCitationLabel,
} from '@/lib/course/citation-label'
import { coverageOf } from '@/lib/course/coverage'
import { lookUp } from '@/lib/course/look-up'
import { holdsPhrase, normalForm } from '@/lib/course/normal-form'
import { compiled, fixtureFiles } from '../../support/course-fixture'

const fixture = async () => compiled(await fixtureFiles())

describe('citation labels', () => {
  test('a short title names its source; a long one gives way to the publisher', async () => {
    const [tide, quay] = (await fixture()).sources
    if (tide === undefined || quay === undefined) throw new Error('the fixture has two sources')
    expect(citationLabel(tide, 4)).toBe('The tide report, 1990, ¶4')
    expect(citationLabel(quay, 2)).toBe('Coast Review, c. 1995, ¶2')
    expect(spokenCitationLabel(quay, 2)).toBe('Coast Review, about 1995, paragraph 2')
    expect(inlineCitationLabel(quay, 2)).toBe('qua ¶2')
  })
})

describe('look-ups', () => {
  test('find questions by lesson, module, topic and fact, and their citations', async () => {
    const catalogue = await fixture()
    const index = lookUp(catalogue)
    const [lesson] = catalogue.lessons
    const [first] = catalogue.questions
    const [fact] = catalogue.facts
    if (!lesson || !first || !fact) throw new Error('the fixture is not empty')
    expect(index.questionsOfLesson(lesson.id)).toHaveLength(5)
    expect(index.questionsOfModule(lesson.module)).toHaveLength(5)
    expect(index.questionsOfTopic(first.topic)).toHaveLength(9)
    expect(index.questionsOfFact(fact.id).map(({ id }) => id)).toEqual([
      'founding-month',
      'founders',
      'league-order',
    ])
    expect(index.citationsOf(first)).toEqual([{ source: 'tide-report', paragraph: 2 }])
    expect(index.questionOrder(first.id)).toBe(0)
    expect(lookUp(catalogue)).toBe(index)
  })
})

test('coverage says how the course uses every paragraph', async () => {
  const [tide, quay] = coverageOf(await fixture())
  expect(tide?.paragraphs.map(({ status }) => status)).toEqual([
    'left out',
    'covered',
    'covered',
    'covered',
    'covered',
    'covered',
  ])
  expect(tide?.paragraphs[0]?.leftOut).toBe('Cover only.')
  expect(tide?.paragraphs[1]).toMatchObject({
    taught: ['founding-years'],
    tested: ['founding-month', 'founders', 'league-order'],
  })
  expect(quay?.paragraphs[3]).toMatchObject({ status: 'open', section: 'Body' })
})

describe('the normal form', () => {
  test.each([
    ['Shanghai Co-operation Organisation', 'the shanghai cooperation organization'],
    ['Uyghur', 'Uighur'],
    ['defence', 'Defense'],
    ['1,500', '1500'],
    ['1\u00a0500', '1500'],
    ['25 per cent', '25%'],
    ['Seven', '7'],
    ["Jane's", 'Jane’s'],
    ['Atasu–Alashankou', 'atasu alashankou'],
    ['Türkiye', 'turkiye'],
  ])('%j is %j', (a, b) => {
    expect(normalForm(a)).toBe(normalForm(b))
  })

  test.each([
    ['June 2006', 'June 2007'],
    ['2.5', '25'],
    ['In 2006, 100 men', 'In 2006100 men'],
  ])('%j is not %j', (a, b) => {
    expect(normalForm(a)).not.toBe(normalForm(b))
  })

  test('a phrase is found as whole words only', () => {
    expect(holdsPhrase('The Russians came', 'Russia')).toBe(false)
    expect(holdsPhrase('It was Russia’s turn', 'Russia')).toBe(true)
    expect(holdsPhrase('anything', ' - ')).toBe(false)
  })
})
