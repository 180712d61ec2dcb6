import type { LessonId } from '../../kernel/ids'
import { addDays, isoDate } from '../../kernel/study-day'
import type { Card } from '../../memory/card/card'
import { isSetAside } from '../../memory/card/due'
import { type DayCounts, NO_COUNTS } from '../../memory/log/day-counts'
import { dueReviewsOf } from '../backlog'
import { type OwnAssignment, ownReadiness } from '../own-assignment'
import { minutesFor } from '../pace'
import type { Counts } from '../queue'
import { askedCards, isFinished, type StudyState } from '../study-state'
import { type TopicMemory, topicMemories } from '../topic-memory'
import { type BacklogView, backlogView } from './backlog'

const COMING_DAYS = 7

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
  /** The number of reviews that fall due on each of the next 7 study days (tomorrow first). */
  readonly coming: readonly { readonly date: string; readonly due: number }[]
  /** When nothing is left: the instant at which the next learning card is due, if that is today. */
  readonly nextLearningAt: number | null
  readonly topics: readonly TopicMemory[]
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

type AssignmentView = {
  readonly id: string
  readonly title: string
  readonly href: string
  /** `YYYY-MM-DD` */
  readonly due: string
  readonly daysLeft: number
  /** The mean predicted recall over its questions today, and the target; 0 to 1. */
  readonly ready: number
  readonly target: number
}

/** What is known of a learner's day, besides their cards. */
export type Day = {
  /** What a session would contain now. */
  readonly counts: Counts
  /** What was studied today so far, if anything. */
  readonly done: DayCounts | undefined
  /** The learner's own time for one answer; null when there is none yet. */
  readonly paceMs: number | null
  /** Sorted by due day. */
  readonly assignments: readonly OwnAssignment[]
}

export function todayView(
  state: StudyState,
  { counts, done, paceMs, assignments }: Day,
): TodayView {
  const { reviews, durationMs } = done ?? NO_COUNTS
  const cards = askedCards(state)
  const waiting = cards.filter((card) => !isSetAside(card, state.today))
  return {
    counts,
    estimatedMinutes: minutesFor(counts, paceMs),
    doneToday: { reviews, durationMs },
    nextLesson: nextLesson(state),
    coming: comingDays(state, waiting),
    nextLearningAt: nextLearningAt(waiting),
    topics: topicMemories(state),
    assignments: assignments.map((each) => assignmentView(state, each)).filter(isToDo),
    backlog: backlogView(state, paceMs),
    heldBack: Math.max(0, dueReviewsOf(cards, state.today).due - counts.review),
    setAside: cards.filter(({ suspended }) => suspended).length,
  }
}

function assignmentView(state: StudyState, assignment: OwnAssignment): AssignmentView {
  const { id, title, target, dueDay, targetReadiness } = assignment
  return {
    id,
    title,
    href: target.kind === 'module' ? `/course#module-${target.id}` : `/lessons/${target.id}`,
    due: isoDate(dueDay),
    daysLeft: dueDay - state.today,
    ready: ownReadiness(state, assignment),
    target: targetReadiness,
  }
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

function comingDays({ today }: StudyState, waiting: readonly Card[]): TodayView['coming'] {
  const due = new Array<number>(COMING_DAYS).fill(0)
  for (const { state } of waiting) {
    const index = state.phase === 'review' ? state.dueDay - today - 1 : -1
    if (index in due) due[index] = (due[index] ?? 0) + 1
  }
  return due.map((due, i) => ({ date: isoDate(addDays(today, i + 1)), due }))
}

function nextLearningAt(waiting: readonly Card[]): number | null {
  let next: number | null = null
  for (const { state } of waiting) {
    if (state.phase !== 'learning' && state.phase !== 'relearning') continue
    if (next === null || state.dueAt < next) next = state.dueAt
  }
  return next
}
