import 'server-only'
import { z } from 'zod'
import { asQuestionId, type QuestionId, type UserId } from '../../kernel/ids'
import type { Card } from '../../memory/card/card'
import { type Reading, reading } from '../connection/read-together'
import { Prisma } from '../generated/client'
import { CardPhase } from '../generated/enums'
import { cardFrom, type StoredCard } from './card-row'

/** In the order in which they are read. Instants are in ms. */
const COLUMNS = [
  'questionId',
  'phase',
  'stability',
  'difficulty',
  'reps',
  'lapses',
  'step',
  'intervalDays',
  'lastReviewAt',
  'lastReviewDay',
  'dueAt',
  'dueDay',
  'suspended',
  'buriedUntil',
] as const satisfies readonly (keyof StoredCard | 'questionId')[]

const INSTANTS: readonly string[] = ['lastReviewAt', 'dueAt'] satisfies (keyof StoredCard)[]

const ROW = Prisma.raw(
  COLUMNS.map((column) =>
    INSTANTS.includes(column)
      ? `(extract(epoch FROM c."${column}") * 1000)::int8`
      : `c."${column}"`,
  ).join(', '),
)

/**
 * A person's cards of these questions, found by their key. So it costs as much as there are questions,
 * however many others this person or anybody else has learned. The list stands in a subquery, so that
 * the database cannot count it when it plans: it would plan anew for each request, and compare each
 * card with each question when the person has few others.
 *
 * Rows as text, since every page of a learner reads all their cards: as JSON by columns, the same takes
 * the database and this process twice as long (docs/performance.md).
 */
export const askedCardsOf = (
  userId: UserId,
  questionIds: readonly QuestionId[],
): Reading<ReadonlyMap<QuestionId, Card>> => reading(cardsFrom)`
  SELECT coalesce(string_agg(ROW(${ROW})::text, ';'), '') FROM "Card" c
  WHERE c."userId" = ${userId}::uuid AND c."questionId" = ANY((SELECT ${questionIds}::text[])::text[])`

function cardsFrom(value: unknown): ReadonlyMap<QuestionId, Card> {
  const rows = z.string().parse(value)
  return new Map(rows === '' ? [] : rows.split(';').map(keyedCard))
}

/**
 * `(founding-motive,review,16.2,4.1,3,0,,20,…)`, where nothing between two commas is null. Postgres would put
 * quotes only around a value with a comma, a quote, a backslash, a bracket or a space, and no column can have one.
 */
function keyedCard(row: string): readonly [QuestionId, Card] {
  const values = row.slice(1, -1).split(',')
  if (values.length !== COLUMNS.length) throw new Error(`Not a stored card: ${row}`)
  const [
    questionId = '',
    phase = '',
    stability,
    difficulty,
    reps,
    lapses,
    step,
    intervalDays,
    lastReviewAt,
    lastReviewDay,
    dueAt,
    dueDay,
    suspended,
    buriedUntil,
  ] = values
  const card = cardFrom({
    phase: phaseOf(phase),
    stability: numberOf(stability),
    difficulty: numberOf(difficulty),
    reps: numberOf(reps) ?? 0,
    lapses: numberOf(lapses) ?? 0,
    step: numberOf(step),
    intervalDays: numberOf(intervalDays),
    lastReviewAt: numberOf(lastReviewAt),
    lastReviewDay: numberOf(lastReviewDay),
    dueAt: numberOf(dueAt),
    dueDay: numberOf(dueDay),
    suspended: suspended === 't',
    buriedUntil: numberOf(buriedUntil),
  })
  return [asQuestionId(questionId), card]
}

function phaseOf(value: string): CardPhase {
  if (!Object.hasOwn(CardPhase, value)) throw new Error(`Not a phase of a card: ${value}`)
  return value as CardPhase
}

function numberOf(value = ''): number | null {
  if (value === '') return null
  const number = Number(value)
  if (Number.isNaN(number)) throw new Error(`Not a number of a stored card: ${value}`)
  return number
}
