import 'server-only'
import type { UserId } from '../../kernel/ids'
import type { Evaluation } from '../../memory/model/evaluate-model'
import { database } from '../connection/client'
import type { Training as TrainingRow } from '../generated/client'

type TrainingOutcome = 'adopted' | 'kept' | 'failed'

export type Training = {
  readonly id: string
  readonly startedAt: number
  /** Null while it runs. */
  readonly result: {
    readonly outcome: TrainingOutcome
    readonly message: string
    readonly reviews: number
    /** On the reviews it was not trained on; null when it came to none. */
    readonly before: Evaluation | null
    readonly after: Evaluation | null
  } | null
}

const toTraining = (row: TrainingRow): Training => ({
  id: row.id,
  startedAt: row.startedAt.getTime(),
  result:
    row.outcome === null
      ? null
      : {
          outcome: row.outcome === 'adopted' || row.outcome === 'kept' ? row.outcome : 'failed',
          message: row.message ?? '',
          reviews: row.reviews,
          before: toEvaluation(row.heldOut, row.logLossBefore, row.rmseBefore),
          after: toEvaluation(row.heldOut, row.logLossAfter, row.rmseAfter),
        },
})

const toEvaluation = (
  n: number,
  logLoss: number | null,
  rmseBins: number | null,
): Evaluation | null => (logLoss === null || rmseBins === null ? null : { n, logLoss, rmseBins })

/** The latest runs, newest first. */
export async function trainingsOf(userId: UserId, take: number): Promise<Training[]> {
  const rows = await database().training.findMany({
    where: { userId },
    orderBy: { startedAt: 'desc' },
    take,
  })
  return rows.map(toTraining)
}

export async function insertTraining(userId: UserId, id: string, now: number): Promise<void> {
  await database().training.create({ data: { userId, id, startedAt: new Date(now) } })
}

export async function finishTraining(
  userId: UserId,
  id: string,
  result: NonNullable<Training['result']> & { readonly weights: readonly number[] },
  now: number,
): Promise<void> {
  const { outcome, message, reviews, before, after, weights } = result
  await database().training.update({
    where: { userId_id: { userId, id } },
    data: {
      finishedAt: new Date(now),
      outcome,
      message,
      reviews,
      heldOut: before?.n ?? 0,
      logLossBefore: before?.logLoss ?? null,
      rmseBefore: before?.rmseBins ?? null,
      logLossAfter: after?.logLoss ?? null,
      rmseAfter: after?.rmseBins ?? null,
      weights: [...weights],
    },
  })
}
