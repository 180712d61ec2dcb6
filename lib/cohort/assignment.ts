import type { Reach } from '../course/reach'
import type { CohortId, LessonId, ModuleId, UserId } from '../kernel/ids'
import { addDays, type StudyDay } from '../kernel/study-day'

/** What the learners of a cohort are to learn, how well, and by when. */
export type Assignment = {
  readonly id: string
  readonly cohortId: CohortId
  readonly target:
    | { readonly kind: 'module'; readonly id: ModuleId }
    | { readonly kind: 'lesson'; readonly id: LessonId }
  /** Which of its questions are to be learned. */
  readonly reach: Reach
  /**
   * The same day for everybody, or a number of days after each learner joined, by their own clock.
   */
  readonly due:
    | { readonly kind: 'day'; readonly day: StudyDay }
    | { readonly kind: 'after-joining'; readonly days: number }
  /** The mean predicted recall over its questions to be reached by then, 0 to 1. */
  readonly targetReadiness: number
  readonly extensions: ReadonlyMap<UserId, Extension>
}

/** A different due day for one learner. */
export type Extension = { readonly dueDay: StudyDay; readonly note: string }

/**
 * The study day by which the learner is to be ready. `joinedDay` is the study day on which they
 * joined.
 */
export function dueDayOf(assignment: Assignment, userId: UserId, joinedDay: StudyDay): StudyDay {
  const { due, extensions } = assignment
  const extended = extensions.get(userId)
  if (extended) return extended.dueDay
  return due.kind === 'day' ? due.day : addDays(joinedDay, due.days)
}
