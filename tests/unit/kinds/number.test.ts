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
    ['.5', 0.5, 'tonnes'],
    [',5', 0.5, 'tonnes'],
    ['-.5', -0.5, ''],
    ['+5', 5, 'states'],
    ['minus 3', -3, ''],
    ['‑3', -3, ''],
    ['0.500', 0.5, 'tonnes'],
    ['1’500', 1500, 'troops'],
    ['1ʼ500', 1500, 'troops'],
    ['1\u202f500', 1500, 'troops'],
    ['1\u2009500', 1500, 'troops'],
    ['1\u200b500', 1500, 'troops'],
    ['\u200e1500\u200f', 1500, 'troops'],
    ['2,00,000', 200_000, 'people'],
    ['1.500,75', 1500.75, ''],
    ['1.5e3', 1500, 'troops'],
    ['½', 0.5, 'tonnes'],
    ['2½', 2.5, 'million tonnes'],
    ['2 1/2', 2.5, 'million tonnes'],
    ['5/2 million', 2.5, 'million tonnes'],
    ['５％', 5, 'per cent'],
    ['5٪', 5, 'per cent'],
    ['٥', 5, 'states'],
    ['१५००', 1500, 'troops'],
    ['۱٬۵۰۰', 1500, 'troops'],
    ['２．５', 2.5, 'million tonnes'],
    ['twenty-five', 25, 'per cent'],
    ['Twenty five percent', 25, 'per cent'],
    ['two hundred thousand', 200_000, 'people'],
    ['two hundred and forty', 240, 'million tonnes'],
    ['one thousand three hundred', 1300, 'personnel'],
    ['a hundred', 100, 'personnel'],
    ['two hundred million', 0.2, 'billion barrels'],
    ['ten billion', 10, 'billion barrels'],
    ['none', 0, 'members'],
    ['“1,500”', 1500, 'troops'],
    ['circa 1,500', 1500, 'troops'],
    ['c. 1500', 1500, 'troops'],
    ['about twenty', 20, 'years'],
    ['nine party', 9, 'parties'],
    ['988 kilometres', 988, 'km'],
    ['in 1999', 1999, 'year'],
    ['year 1999', 1999, 'year'],
    ['1.3 bln', 1.3, 'billion dollars'],
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

it('a sign of another unit makes no number of this one', () => {
  expect(given('€1.3 billion', 1.3, 'billion dollars')).toMatchObject({ outcome: 'incomplete' })
  expect(given('$1.3 billion', 1.3, 'billion dollars')).toMatchObject({ outcome: 'right' })
})

it('a nought before the point is never a mark for thousands', () => {
  expect(given('0.500', 500, 'people')).toMatchObject({ outcome: 'wrong' })
  expect(given('0,500', 500, 'people')).toMatchObject({ outcome: 'wrong' })
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
  '5–6',
  '1/0',
  '5/6/7',
  'twenty to thirty',
  'V',
  'NaN',
  'Infinity',
  '1e',
  'e3',
  '5%',
  '$1,500',
])('rubbish is not yet an answer: %j', (text) => {
  expect(given(text, 1500, 'troops')).toMatchObject({ outcome: 'incomplete' })
})
