import { describe, expect, it } from 'vitest'
import { grade } from '@/lib/kinds/grade'
import { question } from './build'

const given = (text: string, answer: number, unit: string, tolerance = 0) =>
  grade(question('number', { answer, unit, tolerance }), { kind: 'number', text })

describe('numbers in every usual form are right', () => {
  it.each([
    ['1500', 1500, 'troops'],
    ['1,500', 1500, 'troops'],
    ['1 500', 1500, 'troops'],
    ['1\u00a0500', 1500, 'troops'],
    ["1'500", 1500, 'troops'],
    ['1.500', 1500, 'troops'],
    ['1.5 thousand', 1500, 'troops'],
    ['1.5k', 1500, 'troops'],
    ['about 1,500 troops.', 1500, 'troops'],
    ['~1500', 1500, 'troops'],
    ['1,500.', 1500, 'troops'],
    ['six', 6, 'states'],
    ['Six members', 6, 'members'],
    ['1 state', 1, 'states'],
    ['1.3', 1.3, 'billion dollars'],
    ['1,3', 1.3, 'billion dollars'],
    ['$1.3 billion', 1.3, 'billion dollars'],
    ['1.3bn', 1.3, 'billion dollars'],
    ['US 1.3 billion dollars', 1.3, 'billion dollars'],
    ['1,300 million', 1.3, 'billion dollars'],
    ['1,300,000,000', 1.3, 'billion dollars'],
    ['12 %', 12, 'per cent'],
    ['12 percent', 12, 'per cent'],
    ['-3', -3, ''],
    ['−3', -3, ''],
    ['300 m', 300, 'm'],
    ['2002', 2002, ''],
  ])('%s is %d %s', (text, answer, unit) => {
    expect(given(text, answer, unit)).toMatchObject({ outcome: 'right', proposed: 3 })
  })
})

it('within the tolerance is right, beyond it wrong with the answer', () => {
  expect(given('4,450', 4500, 'troops', 50)).toMatchObject({ outcome: 'right', proposed: 3 })
  expect(given('4,449', 4500, 'troops', 50)).toEqual({
    outcome: 'wrong',
    score: 0,
    proposed: 1,
    note: 'The answer is 4,500 troops.',
  })
})

it('another scale is wrong', () => {
  expect(given('1.3 million', 1.3, 'billion dollars')).toMatchObject({ outcome: 'wrong' })
  expect(given('1500 thousand', 1500, 'troops')).toMatchObject({ outcome: 'wrong' })
})

it.each([
  '',
  '  ',
  'many',
  '12 monkeys',
  '1,2,3',
  '10 15',
  '1..5',
  '5-6',
  'NaN',
  'Infinity',
  '1e3',
])('rubbish is not yet an answer: %j', (text) => {
  expect(given(text, 1500, 'troops')).toMatchObject({ outcome: 'incomplete' })
})
