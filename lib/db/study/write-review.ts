import 'server-only'
import type { UserId } from '../../kernel/ids'
import type { DayClock } from '../../kernel/study-day'
import type { Card } from '../../memory/card/card'
import type { CardRecord } from '../../memory/card/card-record'
import type { CountsByDay } from '../../memory/log/day-counts'
import type { ReviewEvent } from '../../review/event'
import { database } from '../connection/client'
import { Prisma } from '../generated/client'
import { toColumns } from './card-row'
import { toRecordColumns } from './record-row'

export type ReviewWrite = {
  readonly userId: UserId
  readonly clock: DayClock
  readonly event: ReviewEvent
  /** The card after this event. */
  readonly card: Card
  readonly record: CardRecord
  /** What the event adds to (or takes from) each study day. */
  readonly dayChanges: CountsByDay
  /** Version and latest event of the card as read: see `Standing`. */
  readonly expectedVersion: number
  readonly lastEventAt: number | null
}

/**
 * Event, card and roll-up in one statement, so in one transaction. False, and nothing written, when
 * somebody else wrote the card since it was read: read again and decide anew. Throws Prisma's
 * unique violation when the event id is in the log already (`isDuplicateEvent`).
 */
export async function writeReview(write: ReviewWrite): Promise<boolean> {
  const { userId, event, expectedVersion } = write
  const { graded, complaint } = event
  const c = toColumns(write.card, write.clock)
  const r = toRecordColumns(write.record)
  const lastEventAt = new Date(Math.max(event.at, write.lastEventAt ?? event.at))
  const model = event.kind === 'grade' ? event.modelVersion : null
  const days = [...write.dayChanges].map(([day, counts]) => ({ day, ...counts }))

  const rows = await database().$queryRaw<{ written: number }[]>(Prisma.sql`
    WITH card AS (
      INSERT INTO "Card" (
        "userId", "questionId", "phase", "stability", "difficulty", "reps", "lapses", "step",
        "intervalDays", "lastReviewAt", "lastReviewDay", "dueAt", "dueDay", "suspended",
        "buriedUntil", "firstPassed", "firstMs", "tested", "passed", "predictedSum",
        "varianceSum", "modelVersion", "lastEventAt", "version"
      ) VALUES (
        ${userId}::uuid, ${event.questionId}, ${c.phase}::"CardPhase", ${c.stability}::float8,
        ${c.difficulty}::float8, ${c.reps}, ${c.lapses}, ${c.step}::int,
        ${c.intervalDays}::int, ${c.lastReviewAt}::timestamptz, ${c.lastReviewDay}::int,
        ${c.dueAt}::timestamptz, ${c.dueDay}::int, ${c.suspended}, ${c.buriedUntil}::int,
        ${r.firstPassed}::boolean, ${r.firstMs}::int, ${r.tested}, ${r.passed},
        ${r.predictedSum}::float8, ${r.varianceSum}::float8, ${model}, ${lastEventAt}::timestamptz, ${expectedVersion + 1}
      )
      ON CONFLICT ("userId", "questionId") DO UPDATE SET
        "phase" = EXCLUDED."phase", "stability" = EXCLUDED."stability",
        "difficulty" = EXCLUDED."difficulty", "reps" = EXCLUDED."reps",
        "lapses" = EXCLUDED."lapses", "step" = EXCLUDED."step",
        "intervalDays" = EXCLUDED."intervalDays", "lastReviewAt" = EXCLUDED."lastReviewAt",
        "lastReviewDay" = EXCLUDED."lastReviewDay", "dueAt" = EXCLUDED."dueAt",
        "dueDay" = EXCLUDED."dueDay", "suspended" = EXCLUDED."suspended",
        "buriedUntil" = EXCLUDED."buriedUntil", "firstPassed" = EXCLUDED."firstPassed",
        "firstMs" = EXCLUDED."firstMs", "tested" = EXCLUDED."tested",
        "passed" = EXCLUDED."passed", "predictedSum" = EXCLUDED."predictedSum",
        "varianceSum" = EXCLUDED."varianceSum",
        "modelVersion" = COALESCE(EXCLUDED."modelVersion", "Card"."modelVersion"),
        "lastEventAt" = EXCLUDED."lastEventAt", "version" = EXCLUDED."version"
      WHERE "Card"."version" = ${expectedVersion}
      RETURNING 1
    ), logged AS (
      INSERT INTO "ReviewEvent" (
        "userId", "id", "questionId", "kind", "at", "day", "receivedAt", "rating", "undoes",
        "answer", "correct", "durationMs", "revision", "modelVersion", "predictedRecall",
        "context", "confidence", "chosenDays", "resulting"
      )
      SELECT ${userId}::uuid, ${event.id}::uuid, ${event.questionId}, ${event.kind}::"EventKind",
        ${new Date(event.at)}::timestamptz, ${event.day}, ${new Date(event.receivedAt)}::timestamptz,
        ${event.kind === 'grade' ? event.rating : null}::int,
        ${event.kind === 'undo' ? event.undoes : null}::uuid,
        ${graded?.answer ? JSON.stringify(graded.answer) : null}::jsonb,
        ${graded?.correct ?? null}::boolean, ${graded?.durationMs ?? null}::int,
        ${graded?.revision ?? null}::int, ${model}, ${graded?.predictedRecall ?? null}::float8,
        ${graded?.context ?? null}, ${graded?.confidence ?? null}::int,
        ${event.kind === 'grade' ? (event.chosenDays ?? null) : null}::int,
        ${JSON.stringify(write.card)}::jsonb
      FROM card
    ), moved AS (
      INSERT INTO "CardsVersion" ("userId", "version") SELECT ${userId}::uuid, 1 FROM card
      ON CONFLICT ("userId") DO UPDATE SET "version" = "CardsVersion"."version" + 1
    ), rolled AS (
      INSERT INTO "StudyDay" (
        "userId", "day", "reviews", "introduced", "retentionTotal", "retentionPassed",
        "matureTotal", "maturePassed", "durationMs"
      )
      SELECT ${userId}::uuid, d."day", d."reviews", d."introduced", d."retentionTotal",
        d."retentionPassed", d."matureTotal", d."maturePassed", d."durationMs"
      FROM card, jsonb_to_recordset(${JSON.stringify(days)}::jsonb) AS d(
        "day" int, "reviews" int, "introduced" int, "retentionTotal" int,
        "retentionPassed" int, "matureTotal" int, "maturePassed" int, "durationMs" int
      )
      ON CONFLICT ("userId", "day") DO UPDATE SET
        "reviews" = "StudyDay"."reviews" + EXCLUDED."reviews",
        "introduced" = "StudyDay"."introduced" + EXCLUDED."introduced",
        "retentionTotal" = "StudyDay"."retentionTotal" + EXCLUDED."retentionTotal",
        "retentionPassed" = "StudyDay"."retentionPassed" + EXCLUDED."retentionPassed",
        "matureTotal" = "StudyDay"."matureTotal" + EXCLUDED."matureTotal",
        "maturePassed" = "StudyDay"."maturePassed" + EXCLUDED."maturePassed",
        "durationMs" = "StudyDay"."durationMs" + EXCLUDED."durationMs"
    ), flagged AS (
      INSERT INTO "Flag" (
        "userId", "id", "questionId", "revision", "comment", "answer", "raisedAt"
      )
      SELECT ${userId}::uuid, ${event.id}::uuid, ${event.questionId}, f."revision", f."comment",
        f."answer", ${new Date(event.at)}::timestamptz
      FROM card, jsonb_to_recordset(${JSON.stringify(complaint ? [complaint] : [])}::jsonb) AS f(
        "revision" int, "comment" text, "answer" jsonb
      )
    )
    SELECT count(*)::int AS "written" FROM card`)
  return rows[0]?.written === 1
}

/** Whether a failed write failed because this event is in the log already. */
export function isDuplicateEvent(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false
  return error.code === 'P2002' || (error.code === 'P2010' && error.message.includes('23505'))
}
