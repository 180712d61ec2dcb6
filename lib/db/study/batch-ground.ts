import 'server-only'
import { z } from 'zod'
import {
  asEventId,
  asQuestionId,
  type EventId,
  type QuestionId,
  type UserId,
} from '../../kernel/ids'
import { NO_RECORD } from '../../memory/card/card-record'
import type { MemoryModel } from '../../memory/model/memory-model'
import type { Standing } from '../../review/batch-scene'
import type { KnownEvent } from '../../review/record-batch'
import { database } from '../connection/client'
import { namedRows } from '../connection/named-statement'
import { EventKind } from '../generated/enums'
import { toCard } from './card-row'
import { modelsFrom } from './memory-models'
import { toRecord } from './record-row'
import { storedCardRow } from './stored-card-row'

/** What the database has of a person and of the cards and events of a batch, in one snapshot. */
export type StoredGround = {
  /** Changes with every event of the person. A write is refused if it has changed since. */
  readonly version: number
  readonly standing: (id: QuestionId) => Standing
  /** The number of events that each card was folded from. */
  readonly cardVersion: (id: QuestionId) => number
  readonly known: ReadonlyMap<EventId, KnownEvent>
  /** Every model that the person's answers ever had beside the shipped ones. */
  readonly models: readonly MemoryModel[]
}

/**
 * Selects the ground of a batch. The parameters of the statement: whose, which questions, which events.
 * The lists stand in subqueries, so that the database cannot count them when it plans. It would
 * otherwise plan anew for each request, which takes twice as long as everything else in here.
 */
export const groundColumns = (user: string, questions: string, events: string): string => `
  (SELECT "version" FROM "CardsVersion" WHERE "userId" = ${user}::uuid) AS "cardsVersion",
  (SELECT coalesce(json_agg(c), '[]') FROM "Card" c
    WHERE c."userId" = ${user}::uuid AND c."questionId" = ANY((SELECT ${questions}::text[])::text[])) AS "cards",
  (SELECT coalesce(json_agg(json_build_object('id', e."id", 'questionId', e."questionId",
      'kind', e."kind")), '[]') FROM "ReviewEvent" e
    WHERE e."userId" = ${user}::uuid AND e."id" = ANY((SELECT ${events}::uuid[])::uuid[])) AS "known",
  (SELECT coalesce(json_agg(m), '[]') FROM "MemoryModel" m
    WHERE m."userId" = ${user}::uuid) AS "models"`

const READ = `SELECT ${groundColumns('$1', '$2', '$3')}`

const knownRow = z.object({
  id: z.string().transform(asEventId),
  questionId: z.string().transform(asQuestionId),
  kind: z.enum(EventKind),
})
const groundRow = z.object({
  cardsVersion: z.number().nullable(),
  cards: z.array(storedCardRow),
  known: z.array(knownRow),
  models: z.unknown().transform(modelsFrom),
})

const UNSEEN: Standing = { card: null, record: NO_RECORD, lastEventAt: null }

export async function readGround(
  userId: UserId,
  questionIds: readonly QuestionId[],
  eventIds: readonly EventId[],
): Promise<StoredGround> {
  const [row] = await namedRows(READ, [userId, questionIds, eventIds])
  return toGround(row)
}

/** From a row with the columns of a ground, and perhaps others. */
export function toGround(row: unknown): StoredGround {
  const { cardsVersion, cards, known, models } = groundRow.parse(row)
  const byId = new Map(cards.map((card) => [card.questionId, card]))
  const standings = new Map<string, Standing>(
    cards.map((card) => [
      card.questionId,
      { card: toCard(card), record: toRecord(card), lastEventAt: card.lastEventAt.getTime() },
    ]),
  )
  return {
    version: cardsVersion ?? 0,
    standing: (id) => standings.get(id) ?? UNSEEN,
    cardVersion: (id) => byId.get(id)?.version ?? 0,
    known: new Map(known.map(({ id, ...event }) => [id, event])),
    models,
  }
}

/** The version that `readGround` reads, by itself. */
export async function personVersion(userId: UserId): Promise<number> {
  const row = await database().cardsVersion.findUnique({ where: { userId } })
  return row?.version ?? 0
}
