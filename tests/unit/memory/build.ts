import fc from 'fast-check'
import { DAY_MS, MINUTE_MS } from '@/lib/kernel/duration'
import { asEventId, asQuestionId } from '@/lib/kernel/ids'
import { addDays, studyDayOf } from '@/lib/kernel/study-day'
import type { Rating } from '@/lib/memory/card/state'
import type { CardEvent } from '@/lib/memory/log/card-event'
import type { MemoryModel } from '@/lib/memory/model/memory-model'
import { DEFAULT_MODEL, type ModelOf } from '@/lib/memory/model/shipped-models'

export const MINUTE = MINUTE_MS
export const DAY = DAY_MS
/** An afternoon in UTC, far from any rollover. */
export const NOON = Date.UTC(2026, 2, 2, 12)
export const CLOCK = { zone: 'UTC', rolloverHour: 0 }
export const QUESTION = asQuestionId('mem-first-members')

export const UNFUZZED: MemoryModel = { ...DEFAULT_MODEL, version: 'test-unfuzzed', fuzz: false }
export const testModels: ModelOf = (version) =>
  version === UNFUZZED.version ? UNFUZZED : version === DEFAULT_MODEL.version ? DEFAULT_MODEL : null

export const dayOf = (at: number) => studyDayOf(at, CLOCK)
export const today = (at = NOON) => dayOf(at)

export const rating: fc.Arbitrary<Rating> = fc.constantFrom(1, 2, 3, 4)

/** A log of one card: times may tie, undos may aim at any event, undos included. */
export const log: fc.Arbitrary<CardEvent[]> = fc
  .array(
    fc.record({
      minutes: fc.oneof(fc.nat(30), fc.nat(60 * 24 * 40), fc.constant(0)),
      what: fc.constantFrom(
        'grade',
        'grade',
        'grade',
        'grade',
        'undo',
        'bury',
        'suspend',
        'unsuspend',
        'reset',
        'relearn',
        'retest',
        'move',
      ),
      rating,
      target: fc.nat(40),
      daysOn: fc.integer({ min: -3, max: 400 }),
      model: fc.constantFrom(DEFAULT_MODEL.version, UNFUZZED.version),
      durationMs: fc.nat(60_000),
    }),
    { maxLength: 25 },
  )
  .map((draws) => {
    let at = NOON
    return draws.map((draw, index): CardEvent => {
      at += draw.minutes * MINUTE
      const happened = { id: eventId(index), questionId: QUESTION, at, day: dayOf(at) }
      switch (draw.what) {
        case 'grade':
          return {
            ...happened,
            kind: 'grade',
            rating: draw.rating,
            modelVersion: draw.model,
            durationMs: draw.durationMs,
          }
        case 'undo':
          return { ...happened, kind: 'undo', undoes: eventId(draw.target) }
        case 'bury':
          return { ...happened, kind: 'bury' }
        case 'suspend':
          return { ...happened, kind: 'suspend' }
        case 'unsuspend':
          return { ...happened, kind: 'unsuspend' }
        case 'reset':
          return { ...happened, kind: 'reset' }
        case 'retest':
          return { ...happened, kind: 'retest' }
        case 'move':
          return { ...happened, kind: 'move', toDay: addDays(dayOf(at), draw.daysOn) }
        case 'relearn':
          return { ...happened, kind: 'relearn', revision: 2, modelVersion: draw.model }
      }
      throw new Error(`No builder for ${draw.what}`)
    })
  })

export const eventId = (index: number) => asEventId(`event-${String(index).padStart(3, '0')}`)
