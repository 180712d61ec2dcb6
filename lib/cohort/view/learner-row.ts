import type { UserId } from '../../kernel/ids'
import type { TrueRetention } from '../../memory/log/day-counts'

export type LearnerRow = {
  readonly userId: UserId
  readonly name: string
  readonly email: string
  readonly lessonsDone: number
  readonly due: number
  /** Reviews of the last 7 study days, including today. */
  readonly reviewed7Days: number
  /** Over 30 study days. Null if there are none. */
  readonly trueRetention: TrueRetention | null
  readonly lastSeenAt: number | null
  readonly disabled: boolean
}
