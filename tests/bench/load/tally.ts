/**
 * What became of everything that was sent: events of reviews, or requests for a page. A connection that
 * was lost says nothing about the event, so it is counted apart, and the request is sent once more as a
 * browser would.
 */
export type Tally = {
  readonly accepted: number
  readonly duplicate: number
  /** How many were refused, by the reason that was given. */
  readonly refused: Readonly<Record<string, number>>
  /** How many connections ended before the answer, by what the system calls it. */
  readonly lost: Readonly<Record<string, number>>
  /** Neither accepted nor refused with a reason: a fault of ours. */
  readonly unexplained: number
}

export const NOTHING: Tally = {
  accepted: 0,
  duplicate: 0,
  refused: {},
  lost: {},
  unexplained: 0,
}

export const added = (a: Tally, b: Tally): Tally => ({
  accepted: a.accepted + b.accepted,
  duplicate: a.duplicate + b.duplicate,
  refused: summed(a.refused, b.refused),
  lost: summed(a.lost, b.lost),
  unexplained: a.unexplained + b.unexplained,
})

type Counts = Readonly<Record<string, number>>

function summed(a: Counts, b: Counts): Counts {
  const sums = { ...a }
  for (const [key, count] of Object.entries(b)) sums[key] = (sums[key] ?? 0) + count
  return sums
}
