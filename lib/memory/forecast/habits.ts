/** How one person answers: what a simulation takes for granted. Four numbers each, Again to Easy. */
export type Habits = {
  /** Seconds on a question met for the first time, and on every later answer. */
  readonly firstSeconds: readonly number[]
  readonly laterSeconds: readonly number[]
  /** Shares of the first answers; and of the later ones that were recalled, where Again has none. */
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

/** What fsrs-rs takes for somebody unknown (`SimulatorConfig::default`), learnt from Anki's users. */
const USUAL: Habits = {
  firstSeconds: [33.79, 24.3, 13.68, 6.5],
  laterSeconds: [23, 11.68, 7.33, 5.6],
  firstShares: [0.24, 0.094, 0.495, 0.171],
  laterShares: [0, 0.224, 0.631, 0.145],
}

/** Answers that weigh as much as the usual habits: with fewer of one's own, those are uncertain. */
const WEIGHT = 20

/** A person's habits from their answers, leaning on the usual ones where there are few. */
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
