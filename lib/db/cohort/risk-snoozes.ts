import 'server-only'
import { asUserId, type CohortId, type UserId } from '../../kernel/ids'
import { asStudyDay, type StudyDay } from '../../kernel/study-day'
import { database } from '../connection/client'

/** A flag put to rest until a study day of the analyst begins. */
export type RiskSnooze = {
  readonly untilDay: StudyDay
  readonly note: string
  readonly byId: UserId
  readonly at: number
}

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
