import 'server-only'
import { z } from 'zod'
import type { UserId } from '../../kernel/ids'
import type { DayClock } from '../../kernel/study-day'
import { NO_COUNTS } from '../../memory/log/day-counts'
import type { RecordedBatch } from '../../review/record-batch'
import { addedTo, named, replaced } from '../connection/columns'
import { namedRows } from '../connection/named-statement'
import { Prisma } from '../generated/client'
import type { StoredGround } from './batch-ground'
import { toCardRow } from './card-row'
import { toEventRow } from './event-row'
import { raisedRow } from './flags'

// Each column is named: with a table that a newer release has widened, its defaults apply.
const CARD = Object.values(Prisma.CardScalarFieldEnum)
const KEPT_OF_CARD: readonly string[] = ['userId', 'questionId', 'modelVersion']
const CARD_COLUMNS = named(CARD).sql
const CARD_CHANGES = replaced(CARD.filter((column) => !KEPT_OF_CARD.includes(column))).sql
const EVENT_COLUMNS = named(Object.values(Prisma.ReviewEventScalarFieldEnum)).sql
const DAY_COLUMNS = named(Object.values(Prisma.StudyDayScalarFieldEnum)).sql
const DAY_SUMS = addedTo('StudyDay', Object.keys(NO_COUNTS)).sql
const FLAG_COLUMNS = named(Object.values(Prisma.FlagScalarFieldEnum)).sql

const FLAGGED = `, flagged AS (
    INSERT INTO "Flag" (${FLAG_COLUMNS})
    SELECT ${FLAG_COLUMNS} FROM moved, json_populate_recordset(null::"Flag", $7::json)
  )`

// Everything selects from `moved`, so nothing is written when the person's version is another. `also`:
// what few batches need, since even an insert of no rows costs an eighth of the statement.
const write = (also: string) => `
  WITH moved AS (
    INSERT INTO "CardsVersion" ("userId", "version") VALUES ($1::uuid, $3::int)
    ON CONFLICT ("userId") DO UPDATE SET "version" = "CardsVersion"."version" + $3::int
    WHERE "CardsVersion"."version" = $2::int
    RETURNING 1
  ), card AS (
    INSERT INTO "Card" (${CARD_COLUMNS})
    SELECT ${CARD_COLUMNS} FROM moved, json_populate_recordset(null::"Card", $4::json)
    ON CONFLICT ("userId", "questionId") DO UPDATE SET ${CARD_CHANGES},
      "modelVersion" = COALESCE(EXCLUDED."modelVersion", "Card"."modelVersion")
  ), logged AS (
    INSERT INTO "ReviewEvent" (${EVENT_COLUMNS})
    SELECT ${EVENT_COLUMNS} FROM moved, json_populate_recordset(null::"ReviewEvent", $5::json)
  ), rolled AS (
    INSERT INTO "StudyDay" (${DAY_COLUMNS})
    SELECT ${DAY_COLUMNS} FROM moved, json_populate_recordset(null::"StudyDay", $6::json)
    ON CONFLICT ("userId", "day") DO UPDATE SET ${DAY_SUMS}
  )${also}
  SELECT count(*)::int AS "written" FROM moved`

const WRITE = write('')
const WRITE_WITH_FLAGS = write(FLAGGED)

const writtenRow = z.object({ written: z.number() })

/**
 * Events, cards, roll-up and flags in one statement, so in one transaction. False, and nothing
 * written, when an event of the person was recorded since the ground was read: read again and decide
 * again.
 */
export async function writeBatch(
  of: { readonly userId: UserId; readonly clock: DayClock },
  { accepted, cards, days }: RecordedBatch,
  ground: StoredGround,
): Promise<boolean> {
  const { userId } = of
  const cardRows = [...cards].map(([questionId, { events, ...card }]) =>
    toCardRow({ ...of, questionId }, { ...card, version: ground.cardVersion(questionId) + events }),
  )
  const eventRows = accepted.map(({ event, card }) => toEventRow(userId, event, card))
  const dayRows = [...days].map(([day, counts]) => ({ userId, day, ...counts }))
  const flagRows = accepted.flatMap(({ event }) => raisedRow(userId, event) ?? [])
  const written = [cardRows, eventRows, dayRows, ...(flagRows.length === 0 ? [] : [flagRows])]
  const rows = await namedRows(flagRows.length === 0 ? WRITE : WRITE_WITH_FLAGS, [
    userId,
    ground.version,
    accepted.length,
    ...written.map((each) => JSON.stringify(each)),
  ])
  return writtenRow.parse(rows[0]).written === 1
}
