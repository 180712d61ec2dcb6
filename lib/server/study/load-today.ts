import 'server-only'
import { recentPaceMs } from '../../db/study/review-log'
import { rollUpsBetween } from '../../db/study/study-days'
import type { LessonId } from '../../kernel/ids'
import { addDays, isoDate } from '../../kernel/study-day'
import type { Card } from '../../memory/card/card'
import { isSetAside } from '../../memory/card/due'
import { predictedRecall } from '../../memory/card/retrievability'
import { daysLeft, isBacklog, type Plan, pileOf, planOver } from '../../review/backlog'
import type { Counts } from '../../review/queue'
import { cardOf, type LearnerState, learnerState } from '../learner-state'
import type { LearnerScope } from '../scope'
import { type TopicMemory, topicMemories } from './course-memory'
import { learnerQueue } from './learner-queue'
import { type OwnAssignment, ownAssignments } from './own-assignments'

/** Until there is a pace of one's own: what Anki's users take for a card on average. */
export const DEFAULT_PACE_MS = 10_000
export const PACE_OF_LAST = 100
/** New and learning cards come more than once in a sitting. */
const SHOWINGS_OF_NEW = 2.5
const COMING_DAYS = 7
/** An assignment that was missed is spoken of for so long. */
const PAST_DAYS = 28

export type TodayView = {
  /** What a session would hold now. */
  readonly counts: Counts
  /** From this learner's own pace; a plain default until there is one. */
  readonly estimatedMinutes: number
  readonly doneToday: { readonly reviews: number; readonly durationMs: number }
  readonly nextLesson: {
    readonly id: LessonId
    readonly title: string
    readonly minutes: number
    readonly moduleTitle: string
  } | null
  /** Reviews falling due on each of the next 7 study days (tomorrow first). */
  readonly coming: readonly { readonly date: string; readonly due: number }[]
  /** When nothing is left: the instant at which the next learning card is due, if today. */
  readonly nextLearningAt: number | null
  readonly topics: readonly TopicMemory[]
  /** What the cohort asks for, the earliest first; what was reached in time is left out. */
  readonly assignments: readonly {
    readonly id: string
    readonly title: string
    readonly href: string
    /** `YYYY-MM-DD` */
    readonly due: string
    readonly daysLeft: number
    /** Mean predicted recall over its questions today, and what is asked; 0 to 1. */
    readonly ready: number
    readonly target: number
  }[]
  readonly backlog: BacklogView | null
  /** Reviews that are due and left for another day by the day's limit. */
  readonly heldBack: number
  /** Questions suspended, by the learner or as leeches. */
  readonly setAside: number
}

export type BacklogView = {
  readonly overdue: number
  /** Date on which the oldest fell due. */
  readonly since: string
  /** What each choice of days would cost; minutes from this learner's own pace. */
  readonly plans: readonly (Plan & { readonly minutesPerDay: number; readonly levelOn: string })[]
  /** The plan that runs: study days left, today included, and the day on which it ends. */
  readonly running: { readonly daysLeft: number; readonly levelOn: string } | null
}

/** Throws course_not_published. */
export async function loadToday(scope: LearnerScope, { now }: { now: number }): Promise<TodayView> {
  const learner = await learnerState(scope, now)
  const { user, today } = learner
  const [queue, pace, days, assigned] = await Promise.all([
    learnerQueue(learner, null),
    recentPaceMs(user.id, PACE_OF_LAST),
    rollUpsBetween(user.id, today, today),
    ownAssignments(scope, addDays(today, -PAST_DAYS), learner.course),
  ])
  const { learning, review, new: fresh } = queue.counts
  const showings = review + SHOWINGS_OF_NEW * fresh + learning
  return {
    counts: queue.counts,
    estimatedMinutes: Math.ceil((showings * (pace ?? DEFAULT_PACE_MS)) / 60_000),
    doneToday: { reviews: days[0]?.reviews ?? 0, durationMs: days[0]?.durationMs ?? 0 },
    nextLesson: nextLesson(learner),
    coming: coming(learner),
    nextLearningAt: nextLearningAt(learner),
    topics: topicMemories(learner),
    assignments: assigned.map((each) => assignmentOf(learner, each)).filter(isToDo),
    backlog: backlogOf(learner, pace ?? DEFAULT_PACE_MS),
    heldBack: Math.max(0, pileOf(learner.cards.values(), today).due - review),
    setAside: active(learner, ({ suspended }) => suspended).length,
  }
}

function assignmentOf(
  learner: LearnerState,
  { id, title, target, dueDay, targetReadiness }: OwnAssignment,
): TodayView['assignments'][number] {
  const { look } = learner.course
  const questions =
    target.kind === 'module' ? look.questionsOfModule(target.id) : look.questionsOfLesson(target.id)
  const recalls = questions.map(
    (question) =>
      predictedRecall(cardOf(learner, question).state, learner.today, learner.model) ?? 0,
  )
  return {
    ...{ id, title, due: isoDate(dueDay), daysLeft: dueDay - learner.today },
    href: target.kind === 'module' ? `/course#module-${target.id}` : `/lessons/${target.id}`,
    ready: recalls.reduce((sum, recall) => sum + recall, 0) / Math.max(1, recalls.length),
    target: targetReadiness,
  }
}

const isToDo = ({ daysLeft, ready, target }: TodayView['assignments'][number]) =>
  daysLeft >= 0 || ready < target

const CHOICES = [3, 5, 7, 14]

function backlogOf(learner: LearnerState, paceMs: number): TodayView['backlog'] {
  const { cards, today, model, user } = learner
  const pile = pileOf(cards.values(), today)
  const { catchUp } = user.settings
  const left = catchUp === null ? 0 : daysLeft(catchUp, today)
  const running = left > 0 && pile.overdue > 0
  if (pile.since === null || (!running && !isBacklog(pile))) return null
  const waiting = active(learner, (card) => !isSetAside(card, today))
  const dayAfter = (days: number) => isoDate(addDays(today, days))
  return {
    overdue: pile.overdue,
    since: isoDate(pile.since),
    plans: CHOICES.map((days) => {
      const plan = planOver(days, pile, waiting, today, model)
      const minutesPerDay = Math.ceil((plan.perDay * paceMs) / 60_000)
      return { ...plan, minutesPerDay, levelOn: dayAfter(days) }
    }),
    running: running ? { daysLeft: left, levelOn: dayAfter(left) } : null,
  }
}

function nextLesson({ course, lessons }: LearnerState): TodayView['nextLesson'] {
  const { catalogue, look } = course
  const lesson = catalogue.lessons.find(({ id }) => (lessons.get(id)?.completedAt ?? null) === null)
  if (!lesson) return null
  const { id, title, minutes } = lesson
  return { id, title, minutes, moduleTitle: look.module(lesson.module)?.title ?? '' }
}

/** Cards that the course still asks for. */
const active = ({ cards, course }: LearnerState, wanted: (card: Card) => boolean) =>
  [...cards].flatMap(([id, card]) => (course.look.question(id) && wanted(card) ? [card] : []))

const statesOf = (learner: LearnerState) =>
  active(learner, (card) => !isSetAside(card, learner.today)).map(({ state }) => state)

function coming(learner: LearnerState): TodayView['coming'] {
  const states = statesOf(learner)
  return Array.from({ length: COMING_DAYS }, (_, i) => {
    const day = addDays(learner.today, i + 1)
    const due = states.filter((state) => state.phase === 'review' && state.dueDay === day).length
    return { date: isoDate(day), due }
  })
}

function nextLearningAt(learner: LearnerState): number | null {
  const instants = statesOf(learner).flatMap((state) =>
    state.phase === 'learning' || state.phase === 'relearning' ? [state.dueAt] : [],
  )
  return instants.length === 0 ? null : Math.min(...instants)
}
