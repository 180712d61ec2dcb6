import { normalForm } from '../course/normal-form'

/** A question in words. */
export type Worded = { readonly id: string; readonly prompt: string; readonly answer: string }

export type Similar = Worded & {
  /** How much of the rare words of both they share, 0 to 1. */
  readonly overlap: number
}

/** From here on two questions ask about the same often enough to be worth a look. */
const OVERLAP = 0.4
const MOST = 5

/**
 * Questions that ask about the same as this one, the most similar first. Words count the more the fewer
 * questions have them, so that a question about a rare name is found by that name.
 */
export function similarQuestions(one: Worded, others: readonly Worded[]): readonly Similar[] {
  const read = others
    .filter(({ id }) => id !== one.id)
    .map((other) => ({ other, words: wordsOf(other) }))
  const having = new Map<string, number>()
  for (const { words } of read) {
    for (const word of words) having.set(word, (having.get(word) ?? 0) + 1)
  }
  const own = wordsOf(one)
  if (own.size === 0) return []
  const weight = (word: string) => Math.log((read.length + 1) / ((having.get(word) ?? 0) + 0.5))
  const weightOf = (words: Iterable<string>) => {
    let sum = 0
    for (const word of words) sum += Math.max(0, weight(word))
    return sum
  }
  return read
    .map(({ other, words }) => {
      const shared = [...own].filter((word) => words.has(word))
      const overlap = weightOf(shared) / (weightOf(new Set([...own, ...words])) || 1)
      return { ...other, overlap }
    })
    .filter(({ overlap }) => overlap >= OVERLAP)
    .sort((a, b) => b.overlap - a.overlap)
    .slice(0, MOST)
}

const SMALL = new Set(
  'the and are but did does for from had has have how its not than that their them then there they this was were what when where which who whom whose why with into onto over under about'.split(
    ' ',
  ),
)

const wordsOf = ({ prompt, answer }: Worded): ReadonlySet<string> =>
  new Set(
    normalForm(`${prompt} ${answer}`)
      .split(' ')
      .filter((word) => (word.length > 2 || /\d/.test(word)) && !SMALL.has(word)),
  )
