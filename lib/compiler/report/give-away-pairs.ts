import { lookUp } from '../../course/look-up'
import { normalForm } from '../../course/normal-form'
import type { Catalogue, Question } from '../../course/types'
import type { QuestionId } from '../../kernel/ids'
import { answerText } from '../../kinds/answer-text'

/** Whoever has just read `by` may know the answer of `given`. `overlap`: how much of it speaks of the same, 0 to 1. */
export type GiveAway = {
  readonly given: QuestionId
  readonly by: QuestionId
  readonly overlap: number
}

/** From here on two prompts are about the same thing often enough to be worth a look. */
const OVERLAP = 0.55
/** Longer answers are not given away in passing. */
const LONGEST_ANSWER = 6

/**
 * Candidates, to be judged by a reader: the answer of one question stands in the prompt of another, and
 * the two prompts share most of the words that are rare in the course. Siblings are left out, since they
 * are not asked on one day.
 */
export function giveAwayPairs(catalogue: Catalogue): readonly GiveAway[] {
  const { nameOf } = lookUp(catalogue)
  const read = catalogue.questions.map((question) => ({
    question,
    prompt: new Set(telling(question.prompt)),
    answer: [...new Set(telling(answerText(question, nameOf)))],
  }))
  const holding = new Map<string, Set<(typeof read)[number]>>()
  for (const one of read) {
    for (const word of one.prompt) {
      holding.set(word, (holding.get(word) ?? new Set()).add(one))
    }
  }
  const weight = (word: string) => Math.log(read.length / (holding.get(word)?.size ?? 1))
  const weightOf = (words: readonly string[]) => words.reduce((sum, word) => sum + weight(word), 0)
  return read
    .flatMap(({ question, prompt, answer }) => {
      const [first, ...rest] = answer
      if (first === undefined || answer.length > LONGEST_ANSWER) return []
      const known = [...(holding.get(first) ?? [])].filter(
        (other) => isFree(question, other.question) && rest.every((word) => other.prompt.has(word)),
      )
      return known.map((other) => {
        const about = [...prompt].filter((word) => !answer.includes(word))
        const shared = about.filter((word) => other.prompt.has(word) || other.answer.includes(word))
        const overlap = weightOf(shared) / (weightOf(about) || 1)
        return { given: question.id, by: other.question.id, overlap }
      })
    })
    .filter(({ overlap }) => overlap >= OVERLAP)
    .sort((a, b) => b.overlap - a.overlap)
}

const isFree = (one: Question, other: Question): boolean =>
  one.id !== other.id && !one.siblings.includes(other.id)

const SMALL = new Set(
  'and are but did does for from had has have how its not than that their them then there they this was were what when where which who whom whose why with according document jane brief article'.split(
    ' ',
  ),
)

const telling = (text: string): readonly string[] =>
  normalForm(text)
    .split(' ')
    .filter((word) => (word.length > 2 || /\d/.test(word)) && !SMALL.has(word))
