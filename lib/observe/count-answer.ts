import 'server-only'

declare global {
  /** Set by bin/support/server/metrics.mjs when figures are wanted. */
  var steppeCountAnswer: ((outcome: string) => void) | undefined
}

/** Counts what became of a review event that was sent. */
export const countAnswer = (outcome: string): void => globalThis.steppeCountAnswer?.(outcome)
