import { lookUp } from '../../course/look-up'
import type { Catalogue, Question } from '../../course/types'
import { answerText } from '../../kinds/answer-text'
import { KIND_NAMES, kindOf } from '../../kinds/kinds'

/** How a list of questions is made up. */
export type Balance = {
  readonly name: string
  readonly questions: number
  readonly byDepth: Readonly<Record<Question['depth'], number>>
  readonly byAsks: Readonly<Record<Question['asks'], number>>
}

/** A choice of one among several, by the lengths of what is offered. */
type Lengths = {
  readonly questions: number
  readonly longest: number
  readonly shortest: number
  /** How often each would be expected if length had nothing to do with being right. */
  readonly byChance: number
}

export type QuestionBalance = {
  readonly all: Balance
  readonly topics: readonly Balance[]
  readonly subjects: readonly Balance[]
  readonly byKind: Readonly<Record<string, number>>
  readonly lengths: Lengths
  /** Prompts that hold a negation, by id. */
  readonly negative: readonly string[]
}

/** Counts everything that the course is held to as a whole. */
export function questionBalance(catalogue: Catalogue): QuestionBalance {
  const { course, questions } = catalogue
  const look = lookUp(catalogue)
  return {
    all: balanceOf('all', questions),
    topics: course.topics.map(({ id }) => balanceOf(id, look.questionsOfTopic(id))),
    subjects: course.subjects.map(({ id, topics }) =>
      balanceOf(id, topics.flatMap(look.questionsOfTopic)),
    ),
    byKind: countBy(
      KIND_NAMES,
      questions.map(({ kind }) => kind),
    ),
    lengths: lengthsOf(questions.flatMap((question) => optionsOfOne(question, look.nameOf) ?? [])),
    negative: questions.filter(({ prompt }) => NEGATION.test(prompt)).map(({ id }) => id),
  }
}

const NEGATION = /\b(not|no|none|never|neither|nor|except)\b/i

const balanceOf = (name: string, questions: readonly Question[]): Balance => ({
  name,
  questions: questions.length,
  byDepth: countBy(
    ['core', 'full', 'source-craft'],
    questions.map(({ depth }) => depth),
  ),
  byAsks: countBy(
    ['fact', 'why', 'case'],
    questions.map(({ asks }) => asks),
  ),
})

function countBy<K extends string>(
  names: readonly K[],
  values: readonly K[],
): Readonly<Record<K, number>>
function countBy(names: readonly string[], values: readonly string[]) {
  return Object.fromEntries(
    names.map((name) => [name, values.filter((value) => value === name).length]),
  )
}

export type OneOf = { readonly right: string; readonly wrong: readonly string[] }

/** The options of a question of which exactly one is right; null for all others. */
export function optionsOfOne(
  question: Question,
  nameOf: Parameters<typeof answerText>[1],
): OneOf | null {
  const right = answerText(question, nameOf)
  const offered = kindOf(question.kind).offered(question, nameOf) ?? []
  if (!kindOf(question.kind).offersOneList || !offered.includes(right)) return null
  return { right, wrong: offered.filter((option) => option !== right) }
}

function lengthsOf(choices: readonly OneOf[]): Lengths {
  const only = (isPast: (right: number, wrong: number) => boolean) =>
    choices.filter(({ right, wrong }) => wrong.every((one) => isPast(right.length, one.length)))
      .length
  return {
    questions: choices.length,
    longest: only((right, wrong) => right > wrong),
    shortest: only((right, wrong) => right < wrong),
    byChance: choices.reduce((sum, { wrong }) => sum + 1 / (wrong.length + 1), 0),
  }
}
