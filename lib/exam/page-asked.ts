import type { AttemptId, UserId } from '../kernel/ids'

/** What somebody asked for, and did not get, while their attempt was open. */
export type PageAsked = {
  readonly id: string
  readonly userId: UserId
  readonly attemptId: AttemptId
  /** In ms. */
  readonly at: number
  /** The address of the page with what was searched for, or the name of an entry of the policy. */
  readonly asked: string
}
