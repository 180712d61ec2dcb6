import 'server-only'
import type { LessonId, ModuleId, UserId } from '../kernel/ids'

export type DeckCounts = {
  readonly total: number
  /** Behind a lesson that is not finished. */
  readonly locked: number
  readonly new: number
  readonly learning: number
  readonly due: number
  /** In Review with predicted recall of at least 0.9 today. */
  readonly known: number
}

export type CourseView = {
  readonly title: string
  readonly summary: string
  readonly modules: readonly {
    readonly id: ModuleId
    readonly title: string
    readonly summary: string
    readonly deck: DeckCounts
    readonly lessons: readonly {
      readonly id: LessonId
      readonly title: string
      readonly question: string
      readonly minutes: number
      readonly questions: number
      readonly state: 'open' | 'started' | 'done'
    }[]
  }[]
}

export async function loadCourse(_input: { userId: UserId; now: number }): Promise<CourseView> {
  throw new Error('stub')
}
