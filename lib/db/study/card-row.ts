import 'server-only'
import type { QuestionId, UserId } from '../../kernel/ids'
import { asStudyDay, type DayClock, studyDayOf } from '../../kernel/study-day'
import type { Card } from '../../memory/card/card'
import type { ProjectedCard } from '../../memory/card/projected-card'
import type { CardState } from '../../memory/card/state'
import type { Card as CardRow } from '../generated/client'
import { toRecordColumns } from './record-row'

/** The columns that hold a card; the rest of the row is bookkeeping. */
type CardColumns = Pick<
  CardRow,
  | 'phase'
  | 'stability'
  | 'difficulty'
  | 'reps'
  | 'lapses'
  | 'step'
  | 'intervalDays'
  | 'lastReviewAt'
  | 'lastReviewDay'
  | 'dueAt'
  | 'dueDay'
  | 'suspended'
  | 'buriedUntil'
>

/** The same with instants as numbers (ms), as a page of many cards reads them. */
export type StoredCard = Omit<CardColumns, 'lastReviewAt' | 'dueAt'> & {
  readonly lastReviewAt: number | null
  readonly dueAt: number | null
}

function present<T>(value: T | null, column: string): T {
  if (value === null)
    throw new Error(`A stored card has no ${column}. Run \`steppe log check --repair\`.`)
  return value
}

/** Written out, since a page makes one for each question: spreading half a state costs ten times that. */
function toState(row: StoredCard): CardState {
  if (row.phase === 'new') return { phase: 'new' }
  const stability = present(row.stability, 'stability')
  const difficulty = present(row.difficulty, 'difficulty')
  const lastReviewAt = present(row.lastReviewAt, 'lastReviewAt')
  const lastReviewDay = asStudyDay(present(row.lastReviewDay, 'lastReviewDay'))
  const { phase, reps, lapses } = row
  if (phase === 'review') {
    const intervalDays = present(row.intervalDays, 'intervalDays')
    const dueDay = asStudyDay(present(row.dueDay, 'dueDay'))
    return {
      phase,
      stability,
      difficulty,
      reps,
      lapses,
      lastReviewAt,
      lastReviewDay,
      intervalDays,
      dueDay,
    }
  }
  const step = present(row.step, 'step')
  const dueAt = present(row.dueAt, 'dueAt')
  return { phase, stability, difficulty, reps, lapses, lastReviewAt, lastReviewDay, step, dueAt }
}

export const toCard = (row: CardColumns): Card =>
  cardFrom({
    ...row,
    lastReviewAt: row.lastReviewAt?.getTime() ?? null,
    dueAt: row.dueAt?.getTime() ?? null,
  })

export function cardFrom(row: StoredCard): Card {
  return {
    state: toState(row),
    suspended: row.suspended,
    buriedUntil: row.buriedUntil === null ? null : asStudyDay(row.buriedUntil),
  }
}

/** `clock` places a learning card's instant on a study day, so that one index finds all that is due. */
export function toCardRow(
  of: { readonly userId: UserId; readonly questionId: QuestionId; readonly clock: DayClock },
  { card, record, lastEventAt, version, modelVersion }: ProjectedCard,
): CardRow {
  return {
    userId: of.userId,
    questionId: of.questionId,
    ...toColumns(card, of.clock),
    ...toRecordColumns(record),
    lastEventAt: new Date(lastEventAt),
    version,
    modelVersion,
  }
}

function toColumns({ state, suspended, buriedUntil }: Card, clock: DayClock): CardColumns {
  const aside = { suspended, buriedUntil }
  if (state.phase === 'new') {
    return {
      ...aside,
      phase: 'new',
      stability: null,
      difficulty: null,
      reps: 0,
      lapses: 0,
      step: null,
      intervalDays: null,
      lastReviewAt: null,
      lastReviewDay: null,
      dueAt: null,
      dueDay: null,
    }
  }
  const { phase, stability, difficulty, reps, lapses, lastReviewDay } = state
  const seen = { phase, stability, difficulty, reps, lapses, lastReviewDay }
  const lastReviewAt = new Date(state.lastReviewAt)
  if (state.phase === 'review') {
    const { intervalDays, dueDay } = state
    return { ...aside, ...seen, lastReviewAt, step: null, intervalDays, dueAt: null, dueDay }
  }
  const { step, dueAt } = state
  const dueDay = studyDayOf(dueAt, clock)
  return {
    ...aside,
    ...seen,
    lastReviewAt,
    step,
    intervalDays: null,
    dueAt: new Date(dueAt),
    dueDay,
  }
}
