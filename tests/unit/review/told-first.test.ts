import fc from 'fast-check'
import { expect, it } from 'vitest'
import { toldFirst } from '@/lib/review/told-first'
import { id } from './build'

const NAMES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map(id)

const cards = fc
  .tuple(
    fc.shuffledSubarray(NAMES, { minLength: 1 }),
    fc.array(fc.tuple(fc.constantFrom(...NAMES), fc.constantFrom(...NAMES)), { maxLength: 12 }),
  )
  .map(([order, pairs]) =>
    order.map((questionId) => ({
      questionId,
      tells: pairs.flatMap(([teller, told]) => (teller === questionId ? [told] : [])),
    })),
  )
const names = (given: readonly { readonly questionId: string }[]) =>
  given.map(({ questionId }) => questionId)

it('loses no card and adds none', () => {
  fc.assert(
    fc.property(cards, (given) => {
      expect(names(toldFirst(given)).sort()).toEqual(names(given).sort())
    }),
  )
})

it('has every question before those that tell its answer, unless they tell each other’s in a circle', () => {
  fc.assert(
    fc.property(cards, (given) => {
      const forward = given.map((card) => ({
        ...card,
        tells: card.tells.filter((told) => told > card.questionId),
      }))
      const placed = names(toldFirst(forward))
      expect(names(toldFirst(toldFirst(forward)))).toEqual(placed)
      for (const { questionId, tells } of forward) {
        for (const told of tells.filter((one) => placed.includes(one))) {
          expect(placed.indexOf(told)).toBeLessThan(placed.indexOf(questionId))
        }
      }
    }),
  )
})

it('moves nothing where no question tells the answer of another', () => {
  fc.assert(
    fc.property(cards, (given) => {
      const silent = given.map((card) => ({ ...card, tells: [] }))
      expect(toldFirst(silent)).toEqual(silent)
    }),
  )
})
