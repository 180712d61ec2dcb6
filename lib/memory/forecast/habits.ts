/** How one person answers, as a simulation assumes it. Four numbers each, Again to Easy. */
export type Habits = {
  /** Seconds on a question met for the first time, and on every later answer. */
  readonly firstSeconds: readonly number[]
  readonly laterSeconds: readonly number[]
  /** Shares of the ratings among first answers, and among later answers that were recalled (Again is 0). */
  readonly firstShares: readonly number[]
  readonly laterShares: readonly number[]
}

/** Answers with one rating: how many, and the seconds they took together. */
export type AnswerCount = {
  readonly first: boolean
  readonly rating: number
  readonly n: number
  readonly seconds: number
}

/** What fsrs-rs assumes of an unknown person (`SimulatorConfig::default`), measured on Anki's users. */
const USUAL: Habits = {
  firstSeconds: [33.79, 24.3, 13.68, 6.5],
  laterSeconds: [23, 11.68, 7.33, 5.6],
  firstShares: [0.24, 0.094, 0.495, 0.171],
  laterShares: [0, 0.224, 0.631, 0.145],
}

/** What an average answer of such a person takes (ms), at a recall of 90 %. */
const USUAL_PACE_MS = 10_000

/** The usual habits of somebody who takes `paceMs` (ms) for an answer on average. */
export function habitsAtPace(paceMs: number): Habits {
  const scaled = (seconds: readonly number[]) =>
    seconds.map((each) => (each * paceMs) / USUAL_PACE_MS)
  return {
    ...USUAL,
    firstSeconds: scaled(USUAL.firstSeconds),
    laterSeconds: scaled(USUAL.laterSeconds),
  }
}

/** The usual habits weigh as much as this many answers: a person's own are uncertain with fewer. */
const WEIGHT = 20

/** A person's habits from their answers, drawn towards the usual ones where the answers are few. */
export function habitsOf(counts: readonly AnswerCount[]): Habits {
  const first = counts.filter((count) => count.first)
  const later = counts.filter((count) => !count.first)
  return {
    firstSeconds: secondsOf(first, USUAL.firstSeconds),
    laterSeconds: secondsOf(later, USUAL.laterSeconds),
    firstShares: sharesOf(first, USUAL.firstShares),
    laterShares: sharesOf(
      later.filter(({ rating }) => rating > 1),
      USUAL.laterShares,
    ),
  }
}

function secondsOf(counts: readonly AnswerCount[], usual: readonly number[]): readonly number[] {
  return usual.map((mean, i) => {
    const { n, seconds } = ofRating(counts, i + 1)
    return (seconds + WEIGHT * mean) / (n + WEIGHT)
  })
}

function sharesOf(counts: readonly AnswerCount[], usual: readonly number[]): readonly number[] {
  const all = counts.reduce((sum, { n }) => sum + n, 0)
  return usual.map((share, i) => (ofRating(counts, i + 1).n + WEIGHT * share) / (all + WEIGHT))
}

const ofRating = (counts: readonly AnswerCount[], rating: number) =>
  counts.find((count) => count.rating === rating) ?? { n: 0, seconds: 0 }
