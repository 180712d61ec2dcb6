import 'server-only'
import type { RiskSnooze } from '../../cohort/risk-snooze'
import type { CohortId, UserId } from '../../kernel/ids'
import { database } from '../connection/client'

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
