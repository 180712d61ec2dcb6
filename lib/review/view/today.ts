import { reaches } from '../../course/reach'
import type { LessonId } from '../../kernel/ids'
import { isoDate } from '../../kernel/study-day'
import type { Card } from '../../memory/card/card'
import { isSetAside } from '../../memory/card/due'
import { type DayCounts, NO_COUNTS } from '../../memory/log/day-counts'
import { dueReviewsOf } from '../backlog'
import { type ComingDay, comingDays } from '../coming-days'
import { dailyQueue, questionsIn } from '../daily-queue'
import type { OwnAssignment } from '../own-assignment'
import { ownReadiness } from '../own-readiness'
import { minutesFor } from '../pace'
import type { Counts } from '../queue'
import { counts as belongs } from '../reach-in-force'
import { askedCards, cardOf, isFinished, type StudyState } from '../study-state'
import { type TopicMemory, topicMemories } from '../topic-memory'
import { type BacklogView, backlogView } from './backlog'
import { type DepthView, depthView } from './depth'

export type TodayView = {
  /** What a session would contain now. */
  readonly counts: Counts
  /** From this learner's own pace; a plain default until there is one. */
  readonly estimatedMinutes: number
  readonly doneToday: Pick<DayCounts, 'reviews' | 'durationMs'>
  readonly nextLesson: {
    readonly id: LessonId
    readonly title: string
    readonly minutes: number
    readonly moduleTitle: string
  } | null
  /**
   * For each of the next 7 study days (tomorrow first), how many reviews fall due, and how many unseen
   * questions wait for it: as many as the daily limit takes.
   */
  readonly coming: readonly ComingDay[]
  /** When nothing is left: the instant at which the next learning card is due, if that is today. */
  readonly nextLearningAt: number | null
  /** Of the questions that this person is to learn, by `depth`. */
  readonly topics: readonly TopicMemory[]
  readonly depth: DepthView
  /**
   * What the cohort assigns, the earliest first. Assignments that were reached in time are left
   * out.
   */
  readonly assignments: readonly AssignmentView[]
  readonly backlog: BacklogView | null
  /** Reviews that are due but left for another day because of the daily limit. */
  readonly heldBack: number
  /** Questions that were suspended by the learner or as leeches. */
  readonly setAside: number
}

export type AssignmentView = {
  readonly id: string
  readonly title: string
  readonly reach: OwnAssignment['reach']
  readonly href: string
  /** `YYYY-MM-DD` */
  readonly due: string
  readonly daysLeft: number
  /** The mean predicted recall over its questions today, and the target; 0 to 1. */
  readonly ready: number
  readonly target: number
  /**
   * `late`: past its day and not reached. `endangered`: the target is not near, and either the day is, or
   * the limit of new questions does not let all of it begin by then.
   */
  readonly standing: 'late' | 'endangered' | 'on-time'
  /** What brings it on today: to read its next lesson, or else to answer what waits of it. */
  readonly action:
    | { readonly kind: 'read'; readonly lesson: LessonId; readonly title: string }
    | { readonly kind: 'answer'; readonly part: string; readonly questions: number }
    | { readonly kind: 'wait' }
}

/** When an assignment is endangered. */
const PRESSING_RULES = {
  /** Days before the due day. */
  nearDays: 7,
  /** Readiness may be this far below the target. */
  slack: 0.05,
} as const

/** What is known of a learner's day, besides their cards. */
export type Day = {
  /** What a session would contain now. */
  readonly counts: Counts
  /** What was studied today so far, if anything. */
  readonly done: DayCounts | undefined
  /** The learner's own time for one answer; null when there is none yet. */
  readonly paceMs: number | null
}

export function todayView(state: StudyState, { counts, done, paceMs }: Day): TodayView {
  const { reviews, durationMs } = done ?? NO_COUNTS
  const cards = askedCards(state)
  const waiting = cards.filter((card) => !isSetAside(card, state.today))
  return {
    counts,
    estimatedMinutes: minutesFor(counts, paceMs),
    doneToday: { reviews, durationMs },
    nextLesson: nextLesson(state),
    coming: comingDays(state, counts.new),
    nextLearningAt: nextLearningAt(waiting),
    topics: topicMemories(state, (question) => belongs(state, question)),
    depth: depthView(state),
    assignments: state.assignments.map((each) => assignmentView(state, each, done)).filter(isToDo),
    backlog: backlogView(state, paceMs),
    heldBack: Math.max(0, dueReviewsOf(cards, state.today).due - counts.review),
    setAside: cards.filter(({ suspended }) => suspended).length,
  }
}

function assignmentView(
  state: StudyState,
  assignment: OwnAssignment,
  done: DayCounts | undefined,
): AssignmentView {
  const { id, title, target, reach, dueDay, targetReadiness } = assignment
  const daysLeft = dueDay - state.today
  const ready = ownReadiness(state, assignment)
  return {
    id,
    title,
    reach,
    href:
      target.kind === 'module'
        ? `/course?module=${target.id}#module-${target.id}`
        : `/lessons/${target.id}`,
    due: isoDate(dueDay),
    daysLeft,
    ready,
    target: targetReadiness,
    standing: standingOf(state, assignment, daysLeft, targetReadiness - ready),
    action: actionOf(state, assignment, done),
  }
}

function standingOf(
  state: StudyState,
  { target, reach }: OwnAssignment,
  daysLeft: number,
  gap: number,
): AssignmentView['standing'] {
  if (daysLeft < 0) return 'late'
  if (gap <= PRESSING_RULES.slack) return 'on-time'
  const unseen = questionsIn(state, target.id).filter(
    (question) => reaches(reach, question) && cardOf(state, question).state.phase === 'new',
  )
  const beginsInTime = unseen.length <= (daysLeft + 1) * state.settings.newPerDay
  return daysLeft > PRESSING_RULES.nearDays && beginsInTime ? 'on-time' : 'endangered'
}

function actionOf(
  state: StudyState,
  { target }: OwnAssignment,
  done: DayCounts | undefined,
): AssignmentView['action'] {
  const { look } = state
  const lessons =
    target.kind === 'module'
      ? look.lessonsOfModule(target.id)
      : look.catalogue.lessons.filter(({ id }) => id === target.id)
  const unread = lessons.find(({ id }) => !isFinished(state, id))
  if (unread) return { kind: 'read', lesson: unread.id, title: unread.title }
  const { counts } = dailyQueue(state, questionsIn(state, target.id), done)
  const questions = counts.learning + counts.review + counts.new
  return questions === 0 ? { kind: 'wait' } : { kind: 'answer', part: target.id, questions }
}

const isToDo = ({ daysLeft, ready, target }: AssignmentView): boolean =>
  daysLeft >= 0 || ready < target

function nextLesson(state: StudyState): TodayView['nextLesson'] {
  const { look } = state
  const lesson = look.catalogue.lessons.find(({ id }) => !isFinished(state, id))
  if (!lesson) return null
  const { id, title, minutes } = lesson
  return { id, title, minutes, moduleTitle: look.module(lesson.module)?.title ?? '' }
}

function nextLearningAt(waiting: readonly Card[]): number | null {
  let next: number | null = null
  for (const { state } of waiting) {
    if (state.phase !== 'learning' && state.phase !== 'relearning') continue
    if (next === null || state.dueAt < next) next = state.dueAt
  }
  return next
}
