import type { Question } from '../course/types'
import type { QuestionId } from '../kernel/ids'
import type { StudyDay } from '../kernel/study-day'
import type { Card } from '../memory/card/card'
import { isDue } from '../memory/card/due'
import { placeOf } from './question-filter'
import { askedCards, cardOf, type StudyState } from './study-state'

/** What somebody does with many questions at once; each is an event of its own. */
export const BULK_KINDS = ['bury', 'suspend', 'unsuspend', 'reset', 'move'] as const
export type BulkAct =
  | { readonly kind: Exclude<(typeof BULK_KINDS)[number], 'move'> }
  | { readonly kind: 'move'; readonly toDay: StudyDay }

/** Why a question that was chosen stays as it is. */
export type KeptWhy =
  /** It is so already. */
  | 'already'
  /** Its lesson is not finished, so it does not come yet. */
  | 'locked'
  /** It is new or in learning steps and has no due day. */
  | 'no-day'
  | 'suspended'
  /** The course asks it no more. */
  | 'unknown'

export type BulkEffect = {
  readonly act: BulkAct
  /** The questions that change, in the order in which they were chosen. */
  readonly changes: readonly QuestionId[]
  readonly kept: ReadonlyMap<KeptWhy, number>
  /** Of those that change: due now. */
  readonly dueNow: number
  /** Of those that change: answered at least once. */
  readonly begun: number
  /** After a move: reviews that are due on its day, all questions counted. */
  readonly thatDay: number
}

/** What the act would do to these questions, before it is done. */
export function bulkEffect(
  state: StudyState,
  chosen: readonly QuestionId[],
  act: BulkAct,
): BulkEffect {
  const changes: QuestionId[] = []
  const kept = new Map<KeptWhy, number>()
  let dueNow = 0
  let begun = 0
  for (const id of new Set(chosen)) {
    const question = state.look.question(id)
    const why = question === undefined ? 'unknown' : keptWhy(state, question, act)
    if (question === undefined || why !== null) {
      kept.set(why ?? 'unknown', (kept.get(why ?? 'unknown') ?? 0) + 1)
      continue
    }
    const card = cardOf(state, question)
    changes.push(id)
    if (isDue(card, state.now, state.today)) dueNow += 1
    if (card.state.phase !== 'new') begun += 1
  }
  const thatDay = act.kind === 'move' ? dueThatDay(state, act.toDay, changes) : 0
  return { act, changes, kept, dueNow, begun, thatDay }
}

function keptWhy(state: StudyState, question: Question, act: BulkAct): KeptWhy | null {
  const card = cardOf(state, question)
  const place = placeOf(state, question)
  if (place === 'locked') return 'locked'
  switch (act.kind) {
    case 'bury':
      return place === 'suspended' ? 'suspended' : place === 'buried' ? 'already' : null
    case 'suspend':
      return card.suspended ? 'already' : null
    case 'unsuspend':
      return card.suspended ? null : 'already'
    case 'reset':
      return card.state.phase === 'new' && !card.suspended && place !== 'buried' ? 'already' : null
    case 'move':
      if (card.state.phase !== 'review') return 'no-day'
      if (card.suspended) return 'suspended'
      return card.state.dueDay === act.toDay ? 'already' : null
  }
}

function dueThatDay(state: StudyState, day: StudyDay, moved: readonly QuestionId[]): number {
  const isDueThen = ({ state, suspended }: Card) =>
    state.phase === 'review' && !suspended && state.dueDay === day
  return moved.length + askedCards(state).filter(isDueThen).length
}
