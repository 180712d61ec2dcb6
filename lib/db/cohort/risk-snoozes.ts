import 'server-only'
import type { RiskSnooze } from '../../cohort/risk-snooze'
import { asUserId, type CohortId, type UserId } from '../../kernel/ids'
import { asStudyDay } from '../../kernel/study-day'
import { database } from '../connection/client'

export async function snoozesOf(cohortId: CohortId): Promise<ReadonlyMap<UserId, RiskSnooze>> {
  const rows = await database().riskSnooze.findMany({ where: { cohortId } })
  return new Map(
    rows.map(({ userId, untilDay, note, byId, at }) => [
      asUserId(userId),
      { untilDay: asStudyDay(untilDay), note, byId: asUserId(byId), at: at.getTime() },
    ]),
  )
}

/** In place of an earlier one. */
export async function putSnooze(
  cohortId: CohortId,
  userId: UserId,
  snooze: RiskSnooze,
): Promise<void> {
  const data = { ...snooze, at: new Date(snooze.at) }
  await database().riskSnooze.upsert({
    where: { cohortId_userId: { cohortId, userId } },
    create: { cohortId, userId, ...data },
    update: data,
  })
}

export async function removeSnooze(cohortId: CohortId, userId: UserId): Promise<void> {
  await database().riskSnooze.deleteMany({ where: { cohortId, userId } })
}
