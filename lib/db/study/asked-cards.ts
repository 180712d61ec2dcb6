import 'server-only'
import { z } from 'zod'
import { asQuestionId, type QuestionId, type UserId } from '../../kernel/ids'
import type { Card } from '../../memory/card/card'
import { type Reading, reading } from '../connection/read-together'
import { Prisma } from '../generated/client'
import { CardPhase } from '../generated/enums'
import { toCard } from './card-row'

// Columns and not rows: a value takes half the time to write and to read when its name is not with it.
const number = z.array(z.number())
const numberIfAny = z.array(z.number().nullable())
const columns = z.object({
  questionId: z.array(z.string()),
  phase: z.array(z.enum(CardPhase)),
  stability: numberIfAny,
  difficulty: numberIfAny,
  reps: number,
  lapses: number,
  step: numberIfAny,
  intervalDays: numberIfAny,
  lastReviewAt: numberIfAny,
  lastReviewDay: numberIfAny,
  dueAt: numberIfAny,
  dueDay: numberIfAny,
  suspended: z.array(z.boolean()),
  buriedUntil: numberIfAny,
})

const INSTANTS: readonly string[] = ['lastReviewAt', 'dueAt']

const COLUMNS = Prisma.raw(
  Object.keys(columns.shape)
    .map((column) => {
      const value = INSTANTS.includes(column)
        ? `(extract(epoch FROM c."${column}") * 1000)::int8`
        : `c."${column}"`
      return `'${column}', coalesce(json_agg(${value}), '[]')`
    })
    .join(', '),
)

/**
 * A person's cards of these questions, found by their key. So it costs as much as there are questions,
 * however many others this person or anybody else has learned. The list stands in a subquery, so that
 * the database cannot count it when it plans: it would plan anew for each request, and compare each
 * card with each question when the person has few others.
 */
export const askedCardsOf = (
  userId: UserId,
  questionIds: readonly QuestionId[],
): Reading<ReadonlyMap<QuestionId, Card>> => reading(cardsFrom)`
  SELECT json_build_object(${COLUMNS}) FROM "Card" c
  WHERE c."userId" = ${userId}::uuid AND c."questionId" = ANY((SELECT ${questionIds}::text[])::text[])`

function cardsFrom(json: unknown): ReadonlyMap<QuestionId, Card> {
  const all = columns.parse(json)
  return new Map(
    all.questionId.map((id, i) => [
      asQuestionId(id),
      toCard({
        phase: all.phase[i] ?? 'new',
        stability: all.stability[i] ?? null,
        difficulty: all.difficulty[i] ?? null,
        reps: all.reps[i] ?? 0,
        lapses: all.lapses[i] ?? 0,
        step: all.step[i] ?? null,
        intervalDays: all.intervalDays[i] ?? null,
        lastReviewAt: dateOf(all.lastReviewAt[i]),
        lastReviewDay: all.lastReviewDay[i] ?? null,
        dueAt: dateOf(all.dueAt[i]),
        dueDay: all.dueDay[i] ?? null,
        suspended: all.suspended[i] ?? false,
        buriedUntil: all.buriedUntil[i] ?? null,
      }),
    ]),
  )
}

const dateOf = (at: number | null | undefined): Date | null => (at == null ? null : new Date(at))
