/** One measured thing. `ok` says whether it is as it must be, and `wanted` says what that is. */
export type Figure = {
  readonly what: string
  readonly value: string | number
  readonly wanted: string
  readonly ok: boolean
}

type DrillOptions = {
  /** About a minute instead of many. */
  readonly short: boolean
  /** Says on the terminal how far it is. */
  readonly log: (line: string) => void
}

/** The default export of each file of tests/drills. */
export type Drill = {
  /** What it proves, in one sentence. */
  readonly says: string
  readonly run: (options: DrillOptions) => Promise<readonly Figure[]>
}

/** A count that must be just so many. */
export const exactly = (what: string, value: number, wanted: number): Figure => ({
  what,
  value,
  wanted: String(wanted),
  ok: value === wanted,
})

export const atMost = (what: string, value: number, most: number, unit = ''): Figure => ({
  what,
  value: `${value}${unit && ` ${unit}`}`,
  wanted: `at most ${most}${unit && ` ${unit}`}`,
  ok: value <= most,
})

export const atLeast = (what: string, value: number, least: number): Figure => ({
  what,
  value,
  wanted: `at least ${least}`,
  ok: value >= least,
})

/** What is only told. */
export const told = (what: string, value: string | number): Figure => ({
  what,
  value,
  wanted: '',
  ok: true,
})
