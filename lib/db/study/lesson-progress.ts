import 'server-only'
import { z } from 'zod'
import { asLessonId, type LessonId, type UserId } from '../../kernel/ids'
import type { LessonProgress } from '../../review/study-state'
import { database } from '../connection/client'
import { type Reading, reading, readOne } from '../connection/read-together'

export type LessonRecord = LessonProgress & {
  readonly lessonId: LessonId
  readonly openedAt: number
}

const progressRow = z.object({
  lessonId: z.string(),
  completedAt: z.number().nullable(),
  skipped: z.boolean(),
})

/** How far a person is with these lessons; those never opened are missing. */
export const progressIn = (
  userId: UserId,
  lessonIds: readonly LessonId[],
): Reading<ReadonlyMap<LessonId, LessonProgress>> =>
  reading(
    (json) =>
      new Map(
        z
          .array(progressRow)
          .parse(json)
          .map(({ lessonId, ...progress }) => [asLessonId(lessonId), progress]),
      ),
  )`
    SELECT coalesce(json_agg(json_build_object('lessonId', l."lessonId", 'skipped', l."skipped",
      'completedAt', (extract(epoch FROM l."completedAt") * 1000)::int8)), '[]')
    FROM "LessonProgress" l
    WHERE l."userId" = ${userId}::uuid AND l."lessonId" = ANY((SELECT ${lessonIds}::text[])::text[])`

const lessonRecord: z.ZodType<LessonRecord> = progressRow.extend({
  lessonId: z.string().transform(asLessonId),
  openedAt: z.number(),
})

/** Every lesson that a person opened or skipped. */
export const lessonRecords = (userId: UserId): Reading<LessonRecord[]> =>
  reading((json) => z.array(lessonRecord).parse(json))`
    SELECT coalesce(json_agg(json_build_object('lessonId', l."lessonId", 'skipped', l."skipped",
      'openedAt', (extract(epoch FROM l."openedAt") * 1000)::int8,
      'completedAt', (extract(epoch FROM l."completedAt") * 1000)::int8)), '[]')
    FROM "LessonProgress" l WHERE l."userId" = ${userId}::uuid`

export const lessonRecordsOf = (userId: UserId): Promise<LessonRecord[]> =>
  readOne(lessonRecords(userId))

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
  await database().lessonProgress.updateMany({
    where: { userId, lessonId, skipped: true },
    data: { skipped: false },
  })
}

/** Lessons that were read stay as they are. */
export async function noteLessonsSkipped(
  userId: UserId,
  lessonIds: readonly LessonId[],
  now: number,
): Promise<void> {
  const at = new Date(now)
  await database().$transaction([
    database().lessonProgress.createMany({
      data: lessonIds.map((lessonId) => ({ userId, lessonId, openedAt: at })),
      skipDuplicates: true,
    }),
    database().lessonProgress.updateMany({
      where: { userId, lessonId: { in: [...lessonIds] }, completedAt: null },
      data: { completedAt: at, skipped: true },
    }),
  ])
}

/** False when it was not skipped. */
export async function noteSkipTakenBack(userId: UserId, lessonId: LessonId): Promise<boolean> {
  const { count } = await database().lessonProgress.updateMany({
    where: { userId, lessonId, skipped: true },
    data: { completedAt: null, skipped: false },
  })
  return count > 0
}
