import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { UNSEEN_CARD } from '@/lib/memory/card/card'
import { historyOf } from '@/lib/memory/log/card-history'
import { fold } from '@/lib/memory/log/fold'
import { log, testModels } from './build'

describe('the history of a card', () => {
  it('ends with the card that the fold of its log gives, in any order of reading', () => {
    fc.assert(
      fc.property(log, fc.infiniteStream(fc.nat()), (events, draws) => {
        const shuffled = events
          .map((event) => ({ event, key: draws.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ event }) => event)
        const last = historyOf(shuffled, testModels).at(-1)?.after ?? UNSEEN_CARD
        expect(last).toEqual(fold(events, testModels).card)
      }),
    )
  })

  it('lists every event except undos, and marks the undone ones', () => {
    fc.assert(
      fc.property(log, (events) => {
        const undone = new Set(events.flatMap((e) => (e.kind === 'undo' ? [e.undoes] : [])))
        const steps = historyOf(events, testModels)
        expect(steps).toHaveLength(events.filter(({ kind }) => kind !== 'undo').length)
        for (const step of steps) expect(step.undone).toBe(undone.has(step.event.id))
      }),
    )
  })
})
