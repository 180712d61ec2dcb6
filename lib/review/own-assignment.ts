import type { Reach } from '../course/reach'
import type { LessonId, ModuleId } from '../kernel/ids'
import type { StudyDay } from '../kernel/study-day'

/** An assignment as it applies to one learner, named in the course's words. */
export type OwnAssignment = {
  readonly id: string
  readonly title: string
  readonly dueDay: StudyDay
  readonly target:
    | { readonly kind: 'module'; readonly id: ModuleId }
    | { readonly kind: 'lesson'; readonly id: LessonId }
  /** Which of its questions are asked for. */
  readonly reach: Reach
  /** The mean predicted recall over its questions that is to be reached by then, 0 to 1. */
  readonly targetReadiness: number
}
