import 'server-only'
import { touchLastSeen } from '../db/sessions'
import type { Persona } from '../demo/persona'
import { simulatedGrade } from '../demo/simulated-learner'
import { asEventId, type EventId, type LessonId, type UserId } from '../kernel/ids'
import type { Random } from '../kernel/seeded-random'
import { startOfStudyDay, studyDayOf } from '../kernel/study-day'
import type { ReviewContext, SubmittedEvent } from '../review/event'
import type { SessionCard, SessionPayload } from '../review/wire'
import { completeLesson } from './complete-lesson'
import { requireCourse } from './current-course'
import { loadLesson } from './load-lesson'
import { loadToday } from './load-today'
import { recordReviews } from './record-reviews'
import { startReview } from './start-review'

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000
/** A sitting fetches the queue again at most so often: learning cards come back within it. */
const ROUNDS = 6

/** A made-up analyst with an account. */
export type Analyst = {
  readonly persona: Persona
  readonly userId: UserId
  readonly random: Random
}

/** One study day of one made-up analyst, if they turn up: perhaps a lesson, then their reviews. */
export async function simulateDay(
  analyst: Analyst,
  { day, midnight, until }: { day: number; midnight: number; until: number },
): Promise<void> {
  const { persona, random, userId } = analyst
  const clock = { zone: persona.zone, rolloverHour: 4 }
  const studyDay = studyDayOf(midnight, clock)
  // Study day 0 is 1970-01-01, a Thursday.
  const weekend = [2, 3].includes(((studyDay % 7) + 7) % 7)
  // Drawn in any case, so that a change of one habit leaves the other days as they were.
  const [turnsUp, lateness] = [random(), random()]
  if (day < persona.starts || turnsUp >= persona.studies(day, weekend)) return
  const hour = persona.hour - clock.rolloverHour + 1.5 * lateness
  let now = startOfStudyDay(studyDay, clock) + Math.round(hour * HOUR_MS)
  if (now > until) return

  const next = (await loadToday({ userId, now })).nextLesson
  const place = next ? (await requireCourse()).look.lessonOrder(next.id) : 0
  if (next && place * persona.daysPerLesson <= day - persona.starts) {
    now = await readLesson(analyst, next, now, until)
  }
  let patience = persona.patience
  for (let round = 0; round < ROUNDS && patience > 0 && now < until; round += 1) {
    const session = await startReview({ userId, scope: null, now })
    const cards = session.cards.slice(0, patience)
    if (cards.length === 0) break
    now = await answer(analyst, session, cards, 'review', now, until)
    patience -= cards.length
  }
  await touchLastSeen(userId, Math.min(now, until))
}

async function readLesson(
  analyst: Analyst,
  next: { readonly id: LessonId; readonly minutes: number },
  now: number,
  until: number,
): Promise<number> {
  const { userId } = analyst
  const { lesson, recalls, session } = await loadLesson({ userId, lessonId: next.id, now })
  const prompts = lesson.recalls.map((id) => recalls[id]).filter((card) => card !== undefined)
  const read = now + next.minutes * MINUTE_MS
  const done = await answer(analyst, session, prompts, 'lesson', read, until)
  if (done <= until) await completeLesson({ userId, lessonId: lesson.id, now: done })
  return done
}

/** Answers the cards one after the other and sends them as one batch. Returns when it was done (ms). */
async function answer(
  { persona, random, userId }: Analyst,
  { clock, model }: Pick<SessionPayload, 'clock' | 'model'>,
  cards: readonly SessionCard[],
  context: ReviewContext,
  begun: number,
  until: number,
): Promise<number> {
  let now = begun
  const events: SubmittedEvent[] = []
  for (const { question, card } of cards) {
    const day = studyDayOf(now, clock)
    const graded = simulatedGrade({ persona, question, card, day, model, random })
    now += graded.durationMs
    if (now > until) break
    const id = eventIdAt(now, random)
    const at = new Date(now).toISOString()
    events.push({ id, questionId: question.id, at, kind: 'grade', context, ...graded })
  }
  const outcomes = await recordReviews({ userId, events, now })
  const refused = outcomes.find((outcome) => outcome.status !== 'accepted')
  if (refused) throw new Error(`A simulated answer was not accepted: ${JSON.stringify(refused)}`)
  return now
}

/** A UUIDv7 of that instant from seeded bits, so that the same seed makes the same log. */
function eventIdAt(ms: number, random: Random): EventId {
  const digits = Array.from({ length: 18 }, () => Math.floor(random() * 16).toString(16)).join('')
  const time = ms.toString(16).padStart(12, '0')
  return asEventId(
    `${time.slice(0, 8)}-${time.slice(8)}-7${digits.slice(0, 3)}-8${digits.slice(3, 6)}-${digits.slice(6)}`,
  )
}
