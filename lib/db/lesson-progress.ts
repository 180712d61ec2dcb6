import 'server-only'
import { asLessonId, type LessonId, type UserId } from '../kernel/ids'
import { database } from './client'

export type LessonRecord = {
  readonly lessonId: LessonId
  readonly openedAt: number
  readonly completedAt: number | null
}

export async function lessonRecordsOf(userId: UserId): Promise<LessonRecord[]> {
  const rows = await database().lessonProgress.findMany({ where: { userId } })
  return rows.map((row) => ({
    lessonId: asLessonId(row.lessonId),
    openedAt: row.openedAt.getTime(),
    completedAt: row.completedAt?.getTime() ?? null,
  }))
}

/** Keeps the first opening. */
export async function noteLessonOpened(
  userId: UserId,
  lessonId: LessonId,
  now: number,
): Promise<void> {
  await database().lessonProgress.createMany({
    data: [{ userId, lessonId, openedAt: new Date(now) }],
    skipDuplicates: true,
  })
}

/** Keeps the first completion. */
export async function noteLessonCompleted(
  userId: UserId,
  lessonId: LessonId,
  now: number,
): Promise<void> {
  await noteLessonOpened(userId, lessonId, now)
  await database().lessonProgress.updateMany({
    where: { userId, lessonId, completedAt: null },
    data: { completedAt: new Date(now) },
  })
}

/** Finished lessons of each person; people without any are missing. */
export async function completedLessonCounts(
  userIds: readonly UserId[],
  lessonIds: readonly LessonId[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await database().lessonProgress.groupBy({
    by: ['userId'],
    where: {
      userId: { in: [...userIds] },
      lessonId: { in: [...lessonIds] },
      completedAt: { not: null },
    },
    _count: { _all: true },
  })
  return new Map(rows.map((row) => [row.userId, row._count._all]))
}
