import 'server-only'
import type { UserId } from '../kernel/ids'

export type ProgressView = {
  readonly topics: readonly {
    readonly id: string
    readonly title: string
    readonly total: number
    readonly unlocked: number
    readonly seen: number
    readonly due: number
    /** Mean predicted recall over the seen questions, 0-1; null when none is seen. */
    readonly predictedRecall: number | null
  }[]
  /** Last 30 study days, oldest first. */
  readonly days: readonly {
    readonly date: string
    readonly reviews: number
    readonly introduced: number
    readonly retentionPassed: number
    readonly retentionTotal: number
    readonly durationMs: number
  }[]
  readonly lessonsDone: number
  readonly lessonsTotal: number
  readonly trueRetention: { readonly passed: number; readonly total: number } | null
}

export async function loadProgress(_input: { userId: UserId; now: number }): Promise<ProgressView> {
  throw new Error('stub')
}
