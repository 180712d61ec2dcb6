import type { Answer } from '../grading/answer'
import type { EntityId } from '../kernel/ids'
import type { DrawnQuestion } from './drawn-question'

/**
 * What a browser may see of a question while it is asked. No id either: a question's id says what
 * it is about, and the course's own pages tell its answer by it.
 */
export type PaperQuestion =
  | { readonly kind: 'cloze'; readonly before: string; readonly after: string }
  | { readonly kind: 'text'; readonly prompt: string }
  | { readonly kind: 'number'; readonly prompt: string; readonly unit: string }
  | {
      readonly kind: 'choice' | 'multi'
      readonly prompt: string
      readonly options: readonly string[]
    }
  | {
      readonly kind: 'order'
      readonly prompt: string
      readonly scale: string
      readonly items: readonly string[]
    }
  | {
      readonly kind: 'match'
      readonly prompt: string
      readonly lefts: readonly string[]
      readonly rights: readonly string[]
    }
  | { readonly kind: 'map'; readonly prompt: string; readonly states: readonly PaperState[] }

type PaperState = {
  readonly id: EntityId
  readonly name: string
  readonly isoNumeric: string
}

/** Built field by field: what is not named here stays on the server. */
export function paperQuestion(
  { question, shown }: DrawnQuestion,
  stateOf: (id: EntityId) => PaperState,
): PaperQuestion {
  const { prompt } = question
  switch (question.kind) {
    case 'cloze':
      return { kind: 'cloze', before: question.before, after: question.after }
    case 'text':
      return { kind: 'text', prompt }
    case 'number':
      return { kind: 'number', prompt, unit: question.unit }
    case 'choice':
    case 'multi':
      return { kind: question.kind, prompt, options: 'options' in shown ? shown.options : [] }
    case 'order':
      return {
        kind: 'order',
        prompt,
        scale: question.scale,
        items: shown.kind === 'order' ? shown.items : [],
      }
    case 'match':
      return {
        kind: 'match',
        prompt,
        lefts: shown.kind === 'match' ? shown.lefts : [],
        rights: shown.kind === 'match' ? shown.rights : [],
      }
    case 'map': {
      const states = shown.kind === 'map' ? shown.candidates.map(stateOf) : []
      return { kind: 'map', prompt, states }
    }
  }
}

/** An answer of an attempt, at the instant (ms, server's clock) it was given. */
export type GivenAnswer = {
  readonly position: number
  readonly answer: Answer
  readonly at: number
}

/** All that the browser gets of a running attempt. */
export type Paper = {
  readonly examId: string
  readonly attemptId: string
  readonly userId: string
  readonly title: string
  readonly number: number
  readonly serverNow: number
  readonly endsAt: number
  readonly questions: readonly PaperQuestion[]
  /** What the server has of it so far. */
  readonly answers: readonly GivenAnswer[]
}
