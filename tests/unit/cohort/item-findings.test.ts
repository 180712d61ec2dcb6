import { describe, expect, test } from 'vitest'
import { findingsOf, ITEM_RULES } from '@/lib/cohort/item-findings'
import { statistics } from './scene'

const interval = (high: number) => ({ mean: high - 0.1, low: high - 0.2, high })

test('nothing speaks against a question that behaves as predicted', () => {
  expect(findingsOf(statistics(), 0)).toEqual([])
})

test('nothing but its flags speaks against a question with too few answers', () => {
  const few = statistics({ seen: 9, firstTry: null, surprise: null, discrimination: null })
  expect(findingsOf(few, 0)).toEqual([])
  expect(findingsOf(few, 1)).toEqual(['flagged'])
})

describe('at its threshold', () => {
  const { forgottenBy, unlearntBelow, discriminatesFrom, leechLeast } = ITEM_RULES

  test.each([
    ['forgotten', { surprise: interval(forgottenBy) }, { surprise: interval(forgottenBy - 1e-6) }],
    ['unlearnt', { firstTry: unlearntBelow }, { firstTry: unlearntBelow - 1e-6 }],
    [
      'does-not-tell',
      { discrimination: interval(discriminatesFrom) },
      { discrimination: interval(discriminatesFrom - 1e-6) },
    ],
    ['leech', { leeches: leechLeast - 1 }, { leeches: leechLeast }],
  ] as const)('a question is not yet %s, and beyond it it is', (finding, at, beyond) => {
    expect(findingsOf(statistics(at), 0)).toEqual([])
    expect(findingsOf(statistics(beyond), 0)).toEqual([finding])
  })

  test('of many learners a share must find it a leech, not only three', () => {
    expect(findingsOf(statistics({ seen: 200, leeches: 9 }), 0)).toEqual([])
    expect(findingsOf(statistics({ seen: 200, leeches: 10 }), 0)).toEqual(['leech'])
  })
})

test('everything against one question is named, its flags first', () => {
  const broken = statistics({
    surprise: interval(-0.2),
    firstTry: 0.1,
    discrimination: interval(0),
    leeches: 5,
  })
  expect(findingsOf(broken, 2)).toEqual([
    'flagged',
    'forgotten',
    'unlearnt',
    'does-not-tell',
    'leech',
  ])
})
