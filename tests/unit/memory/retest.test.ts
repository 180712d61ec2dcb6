import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold } from '@/lib/memory/log/fold'
import { dayOf, eventId, log, QUESTION, testModels } from './build'

test('a retest makes a card in review due that day, and changes nothing else', () => {
  fc.assert(
    fc.property(log, fc.nat(60), (events, days) => {
      const before = fold(events, testModels)
      const last = events.at(-1)?.at ?? 0
      const at = last + days * 86_400_000 + 1
      const retest = {
        id: eventId(900),
        questionId: QUESTION,
        at,
        day: dayOf(at),
        kind: 'retest' as const,
      }
      const after = fold([...events, retest], testModels)
      const { state } = before.card
      const expected =
        state.phase === 'review' ? { ...state, dueDay: Math.min(state.dueDay, dayOf(at)) } : state
      expect(after.card).toEqual({ ...before.card, state: expected })
      expect(after.record).toEqual(before.record)
      // A second one on the same day is harmless.
      const again = { ...retest, id: eventId(901) }
      expect(fold([...events, retest, again], testModels).card).toEqual(after.card)
    }),
  )
})
