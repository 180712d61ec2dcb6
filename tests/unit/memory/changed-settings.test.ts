import fc from 'fast-check'
import { expect, it } from 'vitest'
import { UNSEEN_CARD } from '@/lib/memory/card/card'
import type { CardEvent } from '@/lib/memory/log/card-event'
import { fold } from '@/lib/memory/log/fold'
import type { MemoryModel, StepSettings } from '@/lib/memory/model/memory-model'
import { DEFAULT_MODEL } from '@/lib/memory/model/shipped-models'
import { step } from '@/lib/memory/schedule/step'
import { DAY, dayOf, eventId, MINUTE, NOON, QUESTION, rating } from './build'

const minutes = fc
  .uniqueArray(fc.integer({ min: 1, max: 1439 }), { maxLength: 6 })
  .map((steps) => steps.toSorted((a, b) => a - b))

const steps: fc.Arbitrary<StepSettings> = fc.record({
  learningStepsMin: minutes,
  relearningStepsMin: minutes,
  maximumIntervalDays: fc.integer({ min: 7, max: 400 }),
})

/** What somebody answers, and sets in between: each answer is scheduled with the settings of its time. */
const history = fc.record({
  settings: fc.array(steps, { minLength: 1, maxLength: 4 }),
  answers: fc.array(
    fc.record({ rating, wait: fc.oneof(fc.nat(2 * DAY), fc.nat(60 * DAY)), setting: fc.nat(3) }),
    { maxLength: 20 },
  ),
})

it('after any changes of steps and longest interval, the fold of the log is the card as it was told', () => {
  fc.assert(
    fc.property(history, ({ settings, answers }) => {
      const models = settings.map(
        (each, i): MemoryModel => ({ ...DEFAULT_MODEL, ...each, version: `own-${i}` }),
      )
      const modelOf = (version: string) => models.find((each) => each.version === version) ?? null
      let card = UNSEEN_CARD
      let at = NOON
      const log: CardEvent[] = []
      for (const [index, answer] of answers.entries()) {
        at += MINUTE + answer.wait
        const model = models[answer.setting % models.length] ?? DEFAULT_MODEL
        const event = {
          id: eventId(index),
          questionId: QUESTION,
          at,
          day: dayOf(at),
          kind: 'grade' as const,
          rating: answer.rating,
          modelVersion: model.version,
        }
        log.push(event)
        card = step(card, event, modelOf).card
        if (card.state.phase === 'review') {
          expect(card.state.intervalDays).toBeLessThanOrEqual(model.maximumIntervalDays)
        }
      }
      expect(fold(log, modelOf).card).toEqual(card)
      expect(fold(log.toReversed(), modelOf).card).toEqual(card)
    }),
  )
})
