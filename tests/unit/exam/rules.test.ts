import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NO_EXTRAS } from '@/lib/exam/allowance'
import { admit, isClosed, TOLERANCE_MS } from '@/lib/exam/attempt-time'
import { examStatusOf } from '@/lib/exam/exam-status'
import { resultOf } from '@/lib/exam/result'
import { shuffleOptions } from '@/lib/kinds/shuffle-options'
import { attempt, exam, examCourse } from './build'

const DAY = 86_400_000
const NOW = 1_000 * DAY

describe('an answer', () => {
  const times = { startedAt: 0, endsAt: 1_800_000, submittedAt: null }

  test('counts when given in time and received within the tolerance', () => {
    expect(admit(times, 1_799_999, 1_800_000 + TOLERANCE_MS - 1)).toEqual({
      at: 1_799_999,
      late: null,
    })
  })

  test('is refused with the reason when given late, received late or after the hand-in', () => {
    expect(admit(times, 1_800_001, 1_800_002).late).toBe('given_late')
    expect(admit(times, 1_000, 1_800_000 + TOLERANCE_MS).late).toBe('received_late')
    expect(admit({ ...times, submittedAt: 5 }, 4, 6).late).toBe('handed_in')
  })

  test('is held between the start and now, whatever the browser’s clock says', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(3_600_000), (sentAt, now) => {
        const { at } = admit(times, sentAt, now)
        expect(at).toBeGreaterThanOrEqual(0)
        expect(at).toBeLessThanOrEqual(now)
      }),
    )
  })

  test('can be taken exactly as long as the attempt is not closed', () => {
    fc.assert(
      fc.property(fc.nat(3_600_000), (now) => {
        const some = admit(times, Math.min(now, times.endsAt), now).late === null
        expect(some).toBe(!isClosed(times, now))
      }),
    )
  })
})

describe('the retake rule', () => {
  const passed = { outcomes: [], topics: [], right: 1, total: 1, passed: true }

  test('lets a learner start, wait and start again until the attempts are used', () => {
    const first = attempt(NOW)
    const end = first.endsAt
    expect(examStatusOf(exam(), NO_EXTRAS, [], NOW)).toEqual({ kind: 'may-start', number: 1 })
    expect(examStatusOf(exam(), NO_EXTRAS, [first], end + DAY)).toEqual({
      kind: 'wait',
      until: end + 7 * DAY,
      number: 2,
    })
    expect(examStatusOf(exam(), NO_EXTRAS, [first], end + 7 * DAY)).toEqual({
      kind: 'may-start',
      number: 2,
    })
    const second = attempt(end + 8 * DAY, { number: 2 })
    expect(examStatusOf(exam(), NO_EXTRAS, [first, second], NOW + 100 * DAY)).toEqual({
      kind: 'spent',
    })
  })

  test('has one attempt running until time and tolerance are over', () => {
    const running = attempt(NOW, { submittedAt: null, result: null })
    const late = running.endsAt + TOLERANCE_MS
    expect(examStatusOf(exam(), NO_EXTRAS, [running], late - 1)).toMatchObject({ kind: 'running' })
    expect(examStatusOf(exam(), NO_EXTRAS, [running], late)).toMatchObject({ kind: 'wait' })
  })

  test('ends with a pass, unless the certificate is revoked', () => {
    const good = attempt(NOW, { result: passed, certificate: { code: 'A', voidedAt: null } })
    const bad = attempt(NOW, { result: passed, certificate: { code: 'A', voidedAt: 1 } })
    expect(examStatusOf(exam(), NO_EXTRAS, [good], NOW + 50 * DAY).kind).toBe('passed')
    expect(examStatusOf(exam(), NO_EXTRAS, [bad], NOW + 50 * DAY).kind).toBe('may-start')
  })

  test('allows an attempt only on the days on which it can be started', () => {
    const window = exam({ opensAt: NOW, closesAt: NOW + 3 * DAY })
    expect(examStatusOf(window, NO_EXTRAS, [], NOW - 1)).toEqual({
      kind: 'not-open-yet',
      opensAt: NOW,
    })
    expect(examStatusOf(window, NO_EXTRAS, [], NOW).kind).toBe('may-start')
    expect(examStatusOf(window, NO_EXTRAS, [], NOW + 3 * DAY).kind).toBe('closed')
    // The retake would open after the last day.
    expect(examStatusOf(window, NO_EXTRAS, [attempt(NOW)], NOW + DAY).kind).toBe('closed')
  })
})

describe('a result', () => {
  test('counts only fully right answers, per topic, and passes at the pass mark itself', async () => {
    const { questions } = await examCourse()
    const choices = questions.filter(({ kind }) => kind === 'choice').slice(0, 20)
    const drawn = choices.map((question) => ({ question, shown: shuffleOptions(question, 's') }))
    const answers = new Map(
      choices.flatMap((question, position) => {
        if (question.kind !== 'choice' || position >= 18) return []
        const option = position < 17 ? question.answer : (question.distractors[0] ?? '')
        return [[position, { kind: 'choice' as const, option }] as const]
      }),
    )
    const result = resultOf(drawn, answers, 0.85)
    expect(result).toMatchObject({ right: 17, total: 20, passed: true })
    expect(result.outcomes.slice(16)).toEqual(['right', 'wrong', 'unanswered', 'unanswered'])
    expect(result.topics.reduce((sum, topic) => sum + topic.right, 0)).toBe(17)
    expect(resultOf(drawn, answers, 0.86).passed).toBe(false)
  }, 30_000)
})
