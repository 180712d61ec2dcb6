import 'server-only'
import { z } from 'zod'
import type { UserId } from '../../kernel/ids'
import type { DayClock } from '../../kernel/study-day'
import type { Card } from '../../memory/card/card'
import type { CardRecord } from '../../memory/card/card-record'
import { type CountsByDay, NO_COUNTS } from '../../memory/log/day-counts'
import type { ReviewEvent } from '../../review/event'
import { addedTo, named, replaced } from '../connection/columns'
import { rowsOf } from '../connection/rows-of'
import { Prisma } from '../generated/client'
import { toCardRow } from './card-row'
import { toEventRow } from './event-row'
import { raisedRow } from './flags'

export type ReviewWrite = {
  readonly userId: UserId
  readonly clock: DayClock
  readonly event: ReviewEvent
  /** The card after this event. */
  readonly card: Card
  readonly record: CardRecord
  /** What the event adds to (or takes from) each study day. */
  readonly dayChanges: CountsByDay
  /** Version and latest event of the card as read: see `StoredCard`. */
  readonly expectedVersion: number
  readonly lastEventAt: number | null
}

// Each column is named: with a table that a newer release has widened, its defaults apply.
const CARD = Object.values(Prisma.CardScalarFieldEnum)
const KEPT_OF_CARD: readonly string[] = ['userId', 'questionId', 'modelVersion']
const CARD_COLUMNS = named(CARD)
const CARD_CHANGES = replaced(CARD.filter((column) => !KEPT_OF_CARD.includes(column)))
const EVENT_COLUMNS = named(Object.values(Prisma.ReviewEventScalarFieldEnum))
const DAY_COLUMNS = named(Object.values(Prisma.StudyDayScalarFieldEnum))
const DAY_SUMS = addedTo('StudyDay', Object.keys(NO_COUNTS))
const FLAG_COLUMNS = named(Object.values(Prisma.FlagScalarFieldEnum))
const WRITTEN = z.object({ written: z.number() })

/**
 * Event, card and roll-up in one statement, so in one transaction. False, and nothing written, when
 * somebody else wrote the card since it was read: read again and decide again. Throws Prisma's
 * unique violation when the event id is in the log already (`isDuplicateEvent`).
 */
export async function writeReview(write: ReviewWrite): Promise<boolean> {
  const { userId, event, expectedVersion } = write
  const card = toCardRow(
    { userId, questionId: event.questionId, clock: write.clock },
    {
      card: write.card,
      record: write.record,
      lastEventAt: Math.max(event.at, write.lastEventAt ?? event.at),
      version: expectedVersion + 1,
      modelVersion: event.kind === 'grade' ? event.modelVersion : null,
    },
  )
  const logged = toEventRow(userId, event, write.card)
  const days = [...write.dayChanges].map(([day, counts]) => ({ userId, day, ...counts }))
  const flag = raisedRow(userId, event)

  const rows = await rowsOf(WRITTEN)`
    WITH card AS (
      INSERT INTO "Card" (${CARD_COLUMNS})
      SELECT ${CARD_COLUMNS} FROM json_populate_record(null::"Card", ${JSON.stringify(card)}::json)
      ON CONFLICT ("userId", "questionId") DO UPDATE SET ${CARD_CHANGES},
        "modelVersion" = COALESCE(EXCLUDED."modelVersion", "Card"."modelVersion")
      WHERE "Card"."version" = ${expectedVersion}
      RETURNING 1
    ), logged AS (
      INSERT INTO "ReviewEvent" (${EVENT_COLUMNS}) SELECT ${EVENT_COLUMNS}
      FROM card, json_populate_record(null::"ReviewEvent", ${JSON.stringify(logged)}::json)
    ), moved AS (
      INSERT INTO "CardsVersion" ("userId", "version") SELECT ${userId}::uuid, 1 FROM card
      ON CONFLICT ("userId") DO UPDATE SET "version" = "CardsVersion"."version" + 1
    ), rolled AS (
      INSERT INTO "StudyDay" (${DAY_COLUMNS}) SELECT ${DAY_COLUMNS}
      FROM card, json_populate_recordset(null::"StudyDay", ${JSON.stringify(days)}::json)
      ON CONFLICT ("userId", "day") DO UPDATE SET ${DAY_SUMS}
    ), flagged AS (
      INSERT INTO "Flag" (${FLAG_COLUMNS}) SELECT ${FLAG_COLUMNS}
      FROM card, json_populate_recordset(null::"Flag", ${JSON.stringify(flag ? [flag] : [])}::json)
    )
    SELECT count(*)::int AS "written" FROM card`
  return rows[0]?.written === 1
}

/** Whether a failed write failed because this event is in the log already. */
export function isDuplicateEvent(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false
  return error.code === 'P2002' || (error.code === 'P2010' && error.message.includes('23505'))
}
