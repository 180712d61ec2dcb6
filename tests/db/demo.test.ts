import { afterAll, beforeAll, expect, test } from 'vitest'
import { database } from '@/lib/db/connection/client'
import { insertUser } from '@/lib/db/people/users'
import { cardsOf } from '@/lib/db/study/cards'
import { rollUpsOf } from '@/lib/db/study/study-days'
import { analystAt, pastAt } from '@/lib/demo/analyst'
import { fold } from '@/lib/memory/log/fold'
import { shippedModel } from '@/lib/memory/model/shipped-models'
import type { ReviewEvent } from '@/lib/review/event'
import { requireCourse } from '@/lib/server/current-course'
import { runDemo } from '@/lib/server/demo/run-demo'
import { checkLog } from '@/lib/server/operate/check-log'
import { learnerScopeOf } from '@/lib/server/scope'
import { recordReviews } from '@/lib/server/study/record-reviews'
import { wholeScope } from '@/lib/server/whole-scope'
import { NOON, openScene } from '../support/scene'

const PLAN = { learners: 3, days: 10, seed: 7, now: NOON }
const quiet = () => {}

let scene: { close: () => Promise<void> }
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

/** The same thing as a browser would have sent it. */
function sent(event: ReviewEvent) {
  const { id, questionId, kind } = event
  const base = { id, questionId, kind, at: new Date(event.at).toISOString() }
  if (event.kind === 'undo') return { ...base, undoes: event.undoes }
  if (event.kind === 'flag') return { ...base, ...event.complaint }
  if (event.kind !== 'grade') return base
  const { rating, durationMs, modelVersion, chosenDays, graded } = event
  const confidence = graded?.confidence ?? undefined
  const { answer, context } = graded ?? {}
  return { ...base, rating, durationMs, modelVersion, chosenDays, answer, context, confidence }
}

test('an interrupted fill is gone on with, leaves a clean log, and refuses another demo', async () => {
  const broken = runDemo(wholeScope(), {
    ...PLAN,
    onLearner: (done) => {
      if (done === 2) throw new Error('The plug was pulled')
    },
  })
  await expect(broken).rejects.toThrow('plug')
  await runDemo(wholeScope(), { ...PLAN, now: NOON + 60_000, onLearner: quiet })
  expect(await database().user.count({ where: { role: 'learner' } })).toBe(3)
  expect((await checkLog(wholeScope(), { repair: false })).differences).toEqual([])
  expect((await runDemo(wholeScope(), { ...PLAN, onLearner: quiet })).events).toBe(0)
  await expect(runDemo(wholeScope(), { ...PLAN, seed: 8, onLearner: quiet })).rejects.toThrow(
    'contains the demo',
  )
})

test('the verbs make the same cards and study days of the same events', async () => {
  const { catalogue } = await requireCourse()
  const plan = { ...PLAN, seed: 11 }
  const { id, email, persona, clock, joinedAt } = analystAt(0, plan)
  const { log } = pastAt(0, plan, catalogue)
  await insertUser({
    id,
    email: `verbs.${email}`,
    name: persona.name,
    role: 'learner',
    passwordHash: null,
    zone: clock.zone,
    createdAt: joinedAt,
  })
  const events = log.events.map(({ event }) => sent(event))
  const outcomes = await recordReviews(await learnerScopeOf(id), { events, now: NOON })
  expect(outcomes.filter(({ status }) => status !== 'accepted')).toEqual([])
  const made = [...log.cards].map(([questionId, { card, record }]) => ({
    questionId,
    card,
    record,
  }))
  const byId = (a: { questionId: string }, b: { questionId: string }) =>
    a.questionId < b.questionId ? -1 : 1
  expect((await cardsOf(id)).sort(byId)).toEqual(made.sort(byId))
  const days = [...log.days].map(([day, counts]) => ({ day, ...counts }))
  expect(await rollUpsOf(id)).toEqual(days.sort((a, b) => a.day - b.day))
})

test('the same seed makes the same log, nothing in it is after now, and it folds to its cards', async () => {
  const { catalogue } = await requireCourse()
  for (const index of [0, 1, 2, 40]) {
    const { log } = pastAt(index, PLAN, catalogue)
    expect(pastAt(index, PLAN, catalogue).log.events).toEqual(log.events)
    expect(log.events.every(({ event }) => event.at <= PLAN.now)).toBe(true)
    for (const [questionId, { card }] of log.cards) {
      const events = log.events.map(({ event }) => event)
      const own = events.filter((event) => event.questionId === questionId)
      expect(fold(own, shippedModel).card).toEqual(card)
    }
    for (const counts of log.days.values()) expect(counts.introduced).toBeLessThanOrEqual(30)
  }
})
