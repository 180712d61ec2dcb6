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
import type { KnownEvent, Standing } from '../../review/record-batch'
import { database } from '../connection/client'
import { namedRows } from '../connection/named-statement'
import { EventKind } from '../generated/enums'
import { toCard } from './card-row'
import { toRecord } from './record-row'
import { storedCardRow } from './stored-card-row'

/** What the database has of the cards and events of a batch, in one snapshot. */
export type StoredGround = {
  /** Changes with every event of the person. A write is refused if it has changed since. */
  readonly version: number
  readonly standing: (id: QuestionId) => Standing
  /** The number of events that each card was folded from. */
  readonly cardVersion: (id: QuestionId) => number
  readonly known: ReadonlyMap<EventId, KnownEvent>
}

const READ = `
  SELECT
    (SELECT "version" FROM "CardsVersion" WHERE "userId" = $1::uuid) AS "version",
    (SELECT coalesce(json_agg(c), '[]') FROM "Card" c
      WHERE c."userId" = $1::uuid AND c."questionId" = ANY($2::text[])) AS "cards",
    (SELECT coalesce(json_agg(json_build_object('id', e."id", 'questionId', e."questionId",
        'kind', e."kind")), '[]') FROM "ReviewEvent" e
      WHERE e."userId" = $1::uuid AND e."id" = ANY($3::uuid[])) AS "known"`

const knownRow = z.object({
  id: z.string().transform(asEventId),
  questionId: z.string().transform(asQuestionId),
  kind: z.enum(EventKind),
})
const groundRow = z.object({
  version: z.number().nullable(),
  cards: z.array(storedCardRow),
  known: z.array(knownRow),
})

const UNSEEN: Standing = { card: null, record: NO_RECORD, lastEventAt: null }

export async function readGround(
  userId: UserId,
  questionIds: readonly QuestionId[],
  eventIds: readonly EventId[],
): Promise<StoredGround> {
  const [row] = await namedRows(READ, [userId, questionIds, eventIds])
  const { version, cards, known } = groundRow.parse(row)
  const byId = new Map(cards.map((card) => [card.questionId, card]))
  const standings = new Map<string, Standing>(
    cards.map((card) => [
      card.questionId,
      { card: toCard(card), record: toRecord(card), lastEventAt: card.lastEventAt.getTime() },
    ]),
  )
  return {
    version: version ?? 0,
    standing: (id) => standings.get(id) ?? UNSEEN,
    cardVersion: (id) => byId.get(id)?.version ?? 0,
    known: new Map(known.map(({ id, ...event }) => [id, event])),
  }
}

/** The version that `readGround` reads, by itself. */
export async function personVersion(userId: UserId): Promise<number> {
  const row = await database().cardsVersion.findUnique({ where: { userId } })
  return row?.version ?? 0
}
