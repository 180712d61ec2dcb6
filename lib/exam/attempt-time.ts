/** Answers that were given in time can still arrive for this long (ms) after the time is up. */
export const TOLERANCE_MS = 120_000

/** Instants in ms of the server's clock. */
export type AttemptTime = {
  readonly startedAt: number
  readonly endsAt: number
  readonly submittedAt: number | null
}

export type LateReason = 'handed_in' | 'given_late' | 'received_late'

/** Whether it was handed in, or has been over for so long that no more answers can count. */
export const isClosed = ({ endsAt, submittedAt }: AttemptTime, now: number): boolean =>
  submittedAt !== null || now >= endsAt + TOLERANCE_MS

/**
 * Whether an answer counts. `sentAt` is when it was given, by the browser's estimate of the
 * server's clock, and `now` is when it arrived. A clock that is wrong gains no time, because
 * `sentAt` is limited to the time between the start and `now`.
 */
export function admit(
  attempt: AttemptTime,
  sentAt: number,
  now: number,
): { readonly at: number; readonly late: LateReason | null } {
  const at = Math.min(Math.max(sentAt, attempt.startedAt), now)
  if (attempt.submittedAt !== null) return { at, late: 'handed_in' }
  if (now >= attempt.endsAt + TOLERANCE_MS) return { at, late: 'received_late' }
  return { at, late: at > attempt.endsAt ? 'given_late' : null }
}
