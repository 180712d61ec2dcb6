import 'server-only'
import type { LessonId, UserId } from '../kernel/ids'

export type TodayView = {
  /** What a session would hold now. */
  readonly counts: { readonly learning: number; readonly review: number; readonly new: number }
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
  readonly topics: readonly {
    readonly id: string
    readonly title: string
    readonly seen: number
    readonly total: number
    readonly predictedRecall: number | null
  }[]
}

export async function loadToday(_input: { userId: UserId; now: number }): Promise<TodayView> {
  throw new Error('stub')
}
