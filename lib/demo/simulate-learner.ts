import { lookUp } from '../course/look-up'
import { reaches } from '../course/reach'
import type { Catalogue, Lesson, Question } from '../course/types'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../kernel/duration'
import type { LessonId, QuestionId } from '../kernel/ids'
import type { Random } from '../kernel/seeded-random'
import {
  addDays,
  type DayClock,
  type StudyDay,
  startOfStudyDay,
  studyDayOf,
} from '../kernel/study-day'
import { UNSEEN_CARD } from '../memory/card/card'
import { DEFAULT_MODEL } from '../memory/model/shipped-models'
import { levelledDays } from '../memory/schedule/levelling'
import { loadOf } from '../review/coming-load'
import type { ReviewContext } from '../review/event'
import { buildQueue, type QueueCard, queueCard } from '../review/queue'
import type { StudySettings } from '../review/study-settings'
import { asideAfter, undoneBefore } from './asides'
import { gradeEvent } from './grade-event'
import { LearnerLog } from './learner-log'
import type { Persona } from './persona'

/** How often a session fetches the queue again at most: learning cards come back within it. */
const ROUNDS = 6

type Settings = Pick<
  StudySettings,
  'reach' | 'newPerDay' | 'reviewsPerDay' | 'levelLoad' | 'easyDays' | 'askConfidence'
>

export type LearnerInput = {
  readonly persona: Persona
  readonly clock: DayClock
  readonly settings: Settings
  readonly catalogue: Catalogue
  readonly random: Random
  /** Instant (ms) within the first day of the course. */
  readonly start: number
  readonly days: number
  /** Nothing happens after this instant (ms). */
  readonly until: number
}

type LessonDone = {
  readonly lessonId: LessonId
  readonly openedAt: number
  readonly completedAt: number | null
}

export type SimulatedPast = {
  readonly log: LearnerLog
  readonly lessons: readonly LessonDone[]
  readonly lastSeenAt: number | null
}

/** The whole past of one simulated analyst, by the rules that browser and server follow. */
export function simulateLearner(input: LearnerInput): SimulatedPast {
  const log = new LearnerLog()
  const lessons: LessonDone[] = []
  let lastSeenAt: number | null = null
  for (let day = 0; day <= input.days; day += 1) {
    lastSeenAt = simulateDay(input, day, log, lessons) ?? lastSeenAt
  }
  return { log, lessons, lastSeenAt }
}

/** Returns when the session was over (ms); null for a day without one. */
function simulateDay(
  input: LearnerInput,
  day: number,
  log: LearnerLog,
  lessons: LessonDone[],
): number | null {
  const { persona, clock, random, until } = input
  const studyDay = studyDayOf(input.start + day * DAY_MS, clock)
  // Study day 0 is 1970-01-01, a Thursday.
  const weekend = [2, 3].includes(((studyDay % 7) + 7) % 7)
  // Drawn in any case, so that a change of one habit leaves the other days as they were.
  const turnsUp = random()
  const lateness = random()
  if (day < persona.starts || turnsUp >= persona.studies(day, weekend)) return null
  const hour = persona.hour - clock.rolloverHour + 1.5 * lateness
  let now = startOfStudyDay(studyDay, clock) + Math.round(hour * HOUR_MS)
  if (now > until) return null

  const session = new SimulatedSession(input, log)
  const open = lessons.at(-1)?.completedAt === null ? lessons.length - 1 : lessons.length
  const next = input.catalogue.lessons[open]
  if (next && open * persona.daysPerLesson <= day - persona.starts) {
    const openedAt = lessons[open]?.openedAt ?? now
    now = session.answer(session.promptsOf(next), 'lesson', now + next.minutes * MINUTE_MS)
    lessons[open] = { lessonId: next.id, openedAt, completedAt: now <= until ? now : null }
  }
  const finished = new Set(
    lessons.flatMap(({ lessonId, completedAt }) => (completedAt === null ? [] : [lessonId])),
  )
  let patience = persona.patience
  for (let round = 0; round < ROUNDS && patience > 0 && now < until; round += 1) {
    const cards = session.queue(finished, now).slice(0, patience)
    if (cards.length === 0) break
    now = session.answer(cards, 'review', now)
    patience -= cards.length
  }
  return Math.min(now, until)
}

class SimulatedSession {
  constructor(
    private readonly input: LearnerInput,
    private readonly log: LearnerLog,
  ) {}

  promptsOf(lesson: Lesson): readonly Question[] {
    const { question } = lookUp(this.input.catalogue)
    return lesson.recalls.map(question).filter((found) => found !== undefined)
  }

  queue(finished: ReadonlySet<LessonId>, now: number): readonly Question[] {
    const { catalogue, settings, clock } = this.input
    const today = studyDayOf(now, clock)
    const done = this.log.days.get(today)
    const graded = new Set<QuestionId>()
    for (const id of this.log.touchedOn(today)) {
      const { state } = this.log.cardOf(id)
      if (state.phase !== 'new' && state.lastReviewDay === today) graded.add(id)
    }
    const { cards } = buildQueue({
      cards: this.candidates(finished, today),
      limits: settings,
      chosenBy: 'due',
      doneToday: {
        introduced: done?.introduced ?? 0,
        reviews: done?.retentionTotal ?? 0,
        graded,
      },
      today,
      now,
      model: DEFAULT_MODEL,
    })
    return cards.map(lookUp(catalogue).question).filter((found) => found !== undefined)
  }

  /** Unlocked questions without those due on a later day, which the queue would leave out. */
  private candidates(finished: ReadonlySet<LessonId>, today: StudyDay): readonly QueueCard[] {
    const cards: QueueCard[] = []
    const { catalogue, settings } = this.input
    for (const question of catalogue.questions) {
      const { id: questionId, lesson } = question
      const known = this.log.cards.get(questionId)
      if (known === undefined && !finished.has(lesson)) continue
      if (known === undefined && !reaches(settings.reach, question)) continue
      const card = known?.card ?? UNSEEN_CARD
      if (card.state.phase === 'review' && card.state.dueDay > today) continue
      if (card.state.phase === 'new' && !finished.has(lesson)) continue
      cards.push(queueCard(question, card))
    }
    return cards
  }

  /** Answers one card after the other. Returns when it was done (ms), or the first instant past `until`. */
  answer(questions: readonly Question[], context: ReviewContext, begun: number): number {
    const { clock, settings, until, persona, random } = this.input
    if (begun > until) return begun
    const today = studyDayOf(begun, clock)
    const tomorrow = startOfStudyDay(addDays(today, 1), clock)
    const load = settings.levelLoad
      ? loadOf(
          [...this.log.cards.values()].map(({ card }) => card),
          today,
          settings.easyDays,
        )
      : null
    let now = begun
    for (const question of questions) {
      const card = this.log.cardOf(question.id)
      const dayOf = (at: number) => (at < tomorrow ? today : studyDayOf(at, clock))
      const grade = gradeEvent({
        question,
        card,
        context,
        begun: now,
        dayOf,
        persona,
        random,
        settings,
      })
      now = grade.at
      if (now > until) break
      const key = { rating: grade.rating, at: now, day: grade.day, cardKey: question.id }
      const chosenDays = load ? levelledDays(card.state, key, DEFAULT_MODEL, load) : undefined
      const event = chosenDays === undefined ? grade : { ...grade, chosenDays }
      for (const before of undoneBefore(event, random)) this.log.append(before)
      this.log.append(event)
      const aside = asideAfter(event, question, random)
      if (aside && aside.at <= until) {
        this.log.append(aside)
        now = aside.at
      }
    }
    return now
  }
}
