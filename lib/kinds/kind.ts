import type { Verdict } from '../grading/verdict'
import type { EntityId } from '../kernel/ids'
import type { Random } from '../kernel/seeded-random'
import type { Interaction } from './interaction'
import type { AskedState } from './map/types'
import type { AnswerOf, AskedOf, ContentOf, GradedBy, QuestionKind, ShownOf } from './types'

/** The same things in an order of their own; `column` tells apart what is mixed twice. */
type Mix = <T>(items: readonly T[], column?: string) => readonly T[]

/**
 * All that differs between kinds when a question is asked, answered and graded. Pure, and free of
 * schemas, since browsers load it; how a kind stands in the files of a course is in `kind-file`.
 */
export type Kind<K extends QuestionKind> = {
  readonly gradedBy: GradedBy<K>
  /** Whether different people write the same answer in different words. */
  readonly inOwnWords: boolean

  // Asking
  readonly layOut: (content: ContentOf<K>, mix: Mix) => ShownOf<K>
  /** Built field by field: what is not named here, a browser does not see before the reveal. */
  readonly ask: (
    posed: ContentOf<K> & { readonly prompt: string },
    shown: ShownOf<K>,
    stateOf: (id: EntityId) => AskedState,
  ) => AskedOf<K>
  /** All that is laid out to choose from, in whatever order; null where nothing is. */
  readonly offered: (
    content: ContentOf<K>,
    nameOf: (id: EntityId) => string,
  ) => readonly string[] | null
  /** Whether what is offered can be read as one list of options. */
  readonly offersOneList: boolean

  // Answering
  /** What stands in a field that nobody has touched. */
  readonly untouched: (asked: AskedOf<K>) => AnswerOf<K>
  /** Whether something is there to be graded: not an emptied field or a pair left open. */
  readonly isGiven: (asked: AskedOf<K>, answer: AnswerOf<K>) => boolean
  /** `incomplete` for what is not yet an answer to this question. Throws nothing. */
  readonly grade: (content: ContentOf<K>, answer: AnswerOf<K>) => Verdict
  /** Chance of a right answer from somebody who does not know it. */
  readonly chanceOfGuessing: (content: ContentOf<K>) => number
  /** Every answer that can be given, where these are few; null where they are not. */
  readonly possibleAnswers: (content: ContentOf<K>) => readonly AnswerOf<K>[] | null

  // In words
  /** The complete right answer as plain text. */
  readonly answerText: (content: ContentOf<K>, nameOf: (id: EntityId) => string) => string
  /** What somebody answered as plain text; empty where they only thought of it. */
  readonly givenText: (answer: AnswerOf<K>, nameOf: (id: EntityId) => string) => string

  // For systems that read xAPI
  readonly interaction: (content: ContentOf<K>, nameOf: (id: EntityId) => string) => Interaction
  /** In the format of the interaction; null for what does not fit it, such as an option of an older text. */
  readonly response: (content: ContentOf<K>, answer: AnswerOf<K>) => string | null

  // For demos and tests
  readonly rightAnswer: (content: ContentOf<K>) => AnswerOf<K>
  /** What somebody who has forgotten might give: an answer that the page lets people give. */
  readonly forgottenAnswer: (content: ContentOf<K>, random: Random) => AnswerOf<K>
}
