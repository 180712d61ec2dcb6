import type { ComponentType, ReactNode } from 'react'
import type { AskedQuestionOf } from '@/lib/course/types'
import type { AnswerOf, AskedOf, QuestionKind } from '@/lib/kinds/types'

export type FieldProps<K extends QuestionKind> = {
  /** Id of the element that holds the prompt: names the field or the group. */
  promptId: string
  asked: AskedOf<K>
  answer: AnswerOf<K>
  onChange: (answer: AnswerOf<K>) => void
}

export type SolutionProps<K extends QuestionKind> = {
  question: AskedQuestionOf<K>
  /** As it was asked: the options in the order in which they stood. */
  asked: AskedOf<K>
  /** Null when nothing was given. */
  answer: AnswerOf<K> | null
}

type Load = () => Promise<unknown>

/**
 * What differs between kinds on a page. An exam uses it too, so a field gets what a browser may see
 * while the question is asked, and no answer among it.
 */
export type KindInterface<K extends QuestionKind> = {
  readonly name: string
  /** How it is answered by keyboard. */
  readonly keys: string
  /** Said to those who hear the page when the question comes up. */
  readonly announcement: string

  /** What stands above the field; null where the field holds the prompt itself. */
  readonly promptAbove: (asked: AskedOf<K>) => string | null
  /** Null where the answer is only thought of. */
  readonly Field: ComponentType<FieldProps<K>> | null
  /**
   * The answer after a single key pressed outside of all fields; null where it does nothing. The key
   * comes as the character that it stands for on this layout.
   */
  readonly onKey: (character: string, asked: AskedOf<K>, answer: AnswerOf<K>) => AnswerOf<K> | null

  /** The prompt beside its answer. */
  readonly solvedPrompt: (question: AskedQuestionOf<K>) => ReactNode
  /** The right answer, and what was given beside it. */
  readonly Solution: ComponentType<SolutionProps<K>>
  /** Whether the solution says by itself what the verdict's note says. */
  readonly solutionSaysWhy: boolean

  /** Code and data that the page does without until a question of this kind comes up. */
  readonly later: { readonly code: readonly Load[]; readonly data: readonly Load[] }
}

/** For kinds that come with the page as a whole. */
export const NOTHING_LATER = { code: [], data: [] } as const

/** For kinds whose fields take their keys themselves. */
export const noKey = () => null
