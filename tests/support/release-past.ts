import { uuidv7 } from 'uuidv7'
import { listUsers } from '@/lib/db/people/users'
import { cardsOf } from '@/lib/db/study/cards'
import { answeredLogOfCard } from '@/lib/db/study/review-log'
import type { QuestionId, UserId } from '@/lib/kernel/ids'
import type { Rating } from '@/lib/memory/card/state'
import type { EventOrigin } from '@/lib/review/event'
import { EVERY_DAY_ALIKE } from '@/lib/review/study-settings'
import { requireCourse } from '@/lib/server/current-course'
import { runDemo } from '@/lib/server/demo/run-demo'
import { learnerScopeOf } from '@/lib/server/scope'
import { saveStudySettings } from '@/lib/server/settings/save-study-settings'
import { recordReviews } from '@/lib/server/study/record-reviews'
import { wholeScope } from '@/lib/server/whole-scope'

const MINUTE = 60_000
const HOUR = 3_600_000
const DAY = 86_400_000

/**
 * What a release is frozen with: the demo of three analysts, and after it everything the log can
 * say that the demo does too rarely. Needs a published course and nobody in the database.
 */
export async function makePast(input: { days: number; seed: number; now: number }): Promise<void> {
  await runDemo(wholeScope(), { ...input, learners: 3, onLearner: () => {} })
  const learners = (await listUsers()).filter(({ role }) => role === 'learner')
  const [first, second] = learners.map(({ id }) => id)
  if (!first || !second) throw new Error('The demo made fewer than two analysts.')
  await everyKind(first, input.now)
  await ownModels(second, input.now)
}

async function everyKind(userId: UserId, now: number): Promise<void> {
  const at = now - 2 * HOUR
  const take = await reviewedQuestions(userId)
  const slipped = take()
  const slip = grade(slipped, 1, at)
  const reset = take()
  const undone = take()
  const late = take()
  const veryLate = take()
  const paused = take()
  const earlier = (await answeredLogOfCard(userId, undone)).find(({ kind }) => kind === 'grade')
  await send(userId, now - HOUR, [
    slip,
    event('undo', slipped, at + MINUTE, { undoes: slip.id }),
    grade(slipped, 3, at + 2 * MINUTE),
    event('undo', undone, at, { undoes: earlier?.id }),
    event('reset', reset, at),
    grade(reset, 3, at + MINUTE),
    event('reset', take(), at),
    event('move', take(), at, { toDay: Math.floor(now / DAY) + 5 }),
    event('bury', take(), at),
    event('suspend', take(), at),
    event('suspend', paused, at),
    event('unsuspend', paused, at + MINUTE),
    event('flag', take(), at, { comment: 'Is this still true at that date?', answer: null }),
    grade(take(), 4, at, { context: 'placement' }),
    grade(late, 3, at),
  ])
  await send(userId, now - HOUR, [grade(take(), 1, at, { context: 'exam' })], 'exam')
  const corrected = take()
  await send(userId, now - HOUR, [event('relearn', corrected, at, { revision: 2 })], 'correction')
  await send(userId, now - HOUR, [grade(corrected, 3, at + MINUTE)])
  await send(userId, now - HOUR, [event('retest', take(), at)], 'correction')
  // What a browser without a network sends late: older than what its card has seen.
  await send(userId, now - HOUR + MINUTE, [
    grade(late, 2, at - 3 * HOUR),
    grade(veryLate, 1, at - 40 * HOUR),
  ])
}

/** Two sets of parameters of one's own, a leech, stated confidence, and an interval that levelling chose. */
async function ownModels(userId: UserId, now: number): Promise<void> {
  const seen = new Set((await cardsOf(userId)).map(({ questionId }) => questionId))
  const { catalogue } = await requireCourse()
  const unseen = catalogue.questions.map(({ id }) => id).filter((id) => !seen.has(id))
  const [leech, other] = unseen
  if (!leech || !other) throw new Error('The analyst has seen every question.')
  const settings = {
    reach: 'all' as const,
    newPerDay: 15,
    reviewsPerDay: 120,
    desiredRetention: 0.85,
    leech: { lapses: 3, suspends: true },
    learningStepsMin: [1, 10],
    relearningStepsMin: [10],
    maximumIntervalDays: 36_500,
    easyDays: EVERY_DAY_ALIKE,
    levelLoad: true,
    askConfidence: true,
  }
  const start = now - 10 * DAY
  await saveStudySettings(await learnerScopeOf(userId), { settings, now: start })
  const lapses = [2, 4, 6].flatMap((days) => [
    grade(leech, 1, start + days * DAY),
    grade(leech, 3, start + days * DAY + 11 * MINUTE),
  ])
  await send(userId, start + 8 * DAY, [
    grade(leech, 3, start),
    grade(leech, 3, start + 11 * MINUTE),
    ...lapses,
    grade(other, 4, start),
    grade(other, 4, start + 8 * DAY, { chosenDays: 40, confidence: 90 }),
  ])
  const changed = {
    ...settings,
    desiredRetention: 0.93,
    leech: null,
    learningStepsMin: [2, 15, 60],
    maximumIntervalDays: 180,
  }
  await saveStudySettings(await learnerScopeOf(userId), { settings: changed, now: now - DAY })
  const take = await reviewedQuestions(userId)
  await send(userId, now, [
    grade(take(), 3, now - HOUR, { confidence: 40 }),
    grade(take(), 1, now - HOUR, { confidence: 80 }),
  ])
}

/** Gives another question in phase review at each call. */
async function reviewedQuestions(userId: UserId): Promise<() => QuestionId> {
  const cards = await cardsOf(userId)
  const questions = cards
    .filter(({ card }) => card.state.phase === 'review' && !card.suspended)
    .map(({ questionId }) => questionId)
    .sort()
  return () => {
    const next = questions.shift()
    if (!next) throw new Error('The past is too short: no card in phase review is left.')
    return next
  }
}

const event = (kind: string, questionId: QuestionId, at: number, more: object = {}) => ({
  id: uuidv7(),
  questionId,
  kind,
  at: new Date(at).toISOString(),
  ...more,
})

const grade = (questionId: QuestionId, rating: Rating, at: number, more: object = {}) =>
  event('grade', questionId, at, {
    rating,
    answer: null,
    durationMs: 5000,
    context: 'review',
    ...more,
  })

async function send(
  userId: UserId,
  now: number,
  events: readonly object[],
  origin: EventOrigin = 'browser',
) {
  const outcomes = await recordReviews(await learnerScopeOf(userId), { events, origin, now })
  const refused = outcomes.find(({ status }) => status !== 'accepted')
  if (refused) throw new Error(`An event was not accepted: ${JSON.stringify(refused)}`)
}
