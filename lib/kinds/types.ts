import type { CourseImage } from '../kernel/image'
import type { Choice } from './choice/types'
import type { Cloze } from './cloze/types'
import type { Flash } from './flash/types'
import type { StateMap } from './map/types'
import type { Match } from './match/types'
import type { Multi } from './multi/types'
import type { NumberTyped } from './number/types'
import type { Order } from './order/types'
import type { Text } from './text/types'

/**
 * Every kind of question that there is. A new kind begins with its line here; the TypeScript
 * compiler then names every other place that needs one (decision 015).
 */
type Kinds = Checked<{
  flash: Flash
  cloze: Cloze
  choice: Choice
  multi: Multi
  order: Order
  match: Match
  number: NumberTyped
  text: Text
  map: StateMap
}>

/** The shapes that each kind has of its own. */
type KindTypes<K> = {
  /** Who can tell whether an answer is right. */
  readonly gradedBy: 'machine' | 'learner'
  /** What the catalogue holds of it, beside what every question has. */
  readonly content: { readonly kind: K }
  /** What is laid out to choose from, in the order in which to show it. An exam stores it. */
  readonly shown: { readonly kind: K }
  /** All that a browser may see of it while it is asked. */
  readonly asked: { readonly kind: K }
  /** What a learner gives. Browsers keep it, and the log does. */
  readonly answer: { readonly kind: K }
}
type Checked<T extends { [K in keyof T]: KindTypes<K> }> = T

export type QuestionKind = keyof Kinds

/** One part of each of the kinds `K`, as a union. */
type Part<K extends QuestionKind, P extends keyof KindTypes<K>> = { [Each in K]: Kinds[Each][P] }[K]

export type ContentOf<K extends QuestionKind> = Part<K, 'content'>
export type ShownOf<K extends QuestionKind> = Part<K, 'shown'>
/** `image`: what the course shows with the prompt of any kind. */
export type AskedOf<K extends QuestionKind> = Part<K, 'asked'> & { readonly image?: CourseImage }
export type AnswerOf<K extends QuestionKind> = Part<K, 'answer'>
export type GradedBy<K extends QuestionKind> = Part<K, 'gradedBy'>

export type Asked = AskedOf<QuestionKind>
export type Answer = AnswerOf<QuestionKind>

/** The kinds that an exam and a placement can ask. */
export type MachineGradedKind = {
  [K in QuestionKind]: GradedBy<K> extends 'machine' ? K : never
}[QuestionKind]
