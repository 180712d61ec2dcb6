import 'server-only'
import { z } from 'zod'
import { asQuestionId, type QuestionId, type UserId } from '../../kernel/ids'
import type { StudyDay } from '../../kernel/study-day'
import type { Card } from '../../memory/card/card'
import type { CardRecord } from '../../memory/card/card-record'
import { database } from '../connection/client'
import { rowsOf } from '../connection/rows-of'
import { toCard } from './card-row'
import { toRecord } from './record-row'

export type StoredCard = {
  readonly questionId: QuestionId
  readonly card: Card
  readonly record: CardRecord
}

/** All cards a person ever touched, which may be many more than the course asks: for whoever checks the log. */
export async function cardsOf(userId: UserId): Promise<StoredCard[]> {
  const rows = await database().card.findMany({
    where: { userId },
    orderBy: { questionId: 'asc' },
  })
  return rows.map((row) => ({
    questionId: asQuestionId(row.questionId),
    card: toCard(row),
    record: toRecord(row),
  }))
}

/** What a write decides by: how many events a card was folded from, and the latest of their instants. */
export type EventsSeen = { readonly version: number; readonly lastEventAt: number }

/** The same of every card of a person. */
export async function eventsSeenBy(userId: UserId): Promise<ReadonlyMap<QuestionId, EventsSeen>> {
  const rows = await database().card.findMany({
    where: { userId },
    select: { questionId: true, version: true, lastEventAt: true },
  })
  return new Map(
    rows.map(({ questionId, version, lastEventAt }) => [
      asQuestionId(questionId),
      { version, lastEventAt: lastEventAt.getTime() },
    ]),
  )
}

/** How many cards that are not set aside are due by each person's own `today`. People without any are missing. */
export async function dueCounts(
  people: readonly { readonly userId: UserId; readonly today: StudyDay }[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await rowsOf(z.object({ userId: z.string(), due: z.number() }))`
    SELECT c."userId", count(*)::int AS "due"
    FROM unnest(
      ${people.map((person) => person.userId)}::uuid[], ${people.map((person) => person.today)}::int[]
    ) AS p("userId", "today")
    JOIN "Card" c ON c."userId" = p."userId" AND c."dueDay" <= p."today"
    WHERE NOT c."suspended" AND (c."buriedUntil" IS NULL OR c."buriedUntil" <= p."today")
    GROUP BY c."userId"`
  return new Map(rows.map((row) => [row.userId, row.due]))
}
