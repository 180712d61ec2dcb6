import { normalForm } from '../../course/normal-form'
import type { Question } from '../../course/types'
import type { EntityId, QuestionId } from '../../kernel/ids'
import { answerText } from '../../kinds/answer-text'

/** The share of what a prompt asks about that another question must speak of, so that it tells its answer. */
const ABOUT_THE_SAME = 0.3
/** Longer answers are not told in passing. */
const LONGEST_ANSWER = 8

/**
 * For each question, those whose answer it tells: all words of the answer stand in its prompt, its answer or its
 * explanation, and so do most of the rare words of their prompt. Siblings are left out, since they are not asked
 * on one day. Each word of a prompt weighs the logarithm of how rare it is (inverse document frequency, Spärck
 * Jones 1972).
 */
export function tellsOf(
  questions: readonly Question[],
  nameOf: (id: EntityId) => string,
): ReadonlyMap<QuestionId, readonly QuestionId[]> {
  const read = questions.map((question) => wordsOf(question, nameOf))
  const speaking = new Map<string, Words[]>()
  for (const one of read) {
    for (const word of one.shown) {
      const others = speaking.get(word)
      if (others === undefined) speaking.set(word, [one])
      else others.push(one)
    }
  }
  const speakingOf = (word: string) => speaking.get(word) ?? []
  const weightOf = (words: readonly string[]) =>
    words.reduce((sum, word) => sum + Math.log(read.length / speakingOf(word).length), 0)

  const tells = new Map<QuestionId, QuestionId[]>()
  for (const { question, answer, about } of read) {
    const [first, ...rest] = answer.toSorted((a, b) => speakingOf(a).length - speakingOf(b).length)
    if (first === undefined || answer.length > LONGEST_ANSWER) continue
    const needed = ABOUT_THE_SAME * weightOf(about)
    for (const { question: by, shown } of speakingOf(first)) {
      if (by.id === question.id || by.siblings.includes(question.id)) continue
      if (!rest.every((word) => shown.has(word))) continue
      const shared = about.filter((word) => shown.has(word))
      if (shared.length === 0 || weightOf(shared) < needed) continue
      tells.set(by.id, [...(tells.get(by.id) ?? []), question.id])
    }
  }
  return tells
}

type Words = {
  readonly question: Question
  readonly answer: readonly string[]
  /** What its prompt asks about, without its answer. */
  readonly about: readonly string[]
  /** All that whoever was asked has read in the end, but for wrong options. */
  readonly shown: ReadonlySet<string>
}

function wordsOf(question: Question, nameOf: (id: EntityId) => string): Words {
  const answer = new Set(telling(answerText(question, nameOf)))
  const prompt = new Set(telling(question.prompt))
  return {
    question,
    answer: [...answer],
    about: [...prompt].filter((word) => !answer.has(word)),
    shown: new Set([...prompt, ...answer, ...telling(question.explanation)]),
  }
}

const SMALL = new Set(
  'and are but did does for from had has have how its not than that their them then there they this was were what when where which who whom whose why with according document jane brief article'.split(
    ' ',
  ),
)

const telling = (text: string): readonly string[] =>
  normalForm(text)
    .split(' ')
    .filter((word) => (word.length > 2 || /\d/.test(word)) && !SMALL.has(word))
