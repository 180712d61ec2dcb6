import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { database } from '@/lib/db/connection/client'
import { createCohort } from '@/lib/server/cohort/create-cohort'
import { loadToday } from '@/lib/server/study/load-today'
import { as, DAY, instructing, NOON, openScene, somebody } from '../support/scene'

let scene: { close: () => Promise<void> }
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

const joinedAt = new Date(NOON - 2 * DAY)

/** A cohort with one assignment, due 9 days after joining. */
async function assigned(instructorId: string, learners: readonly string[], targetId = 'growth') {
  const cohortId = await createCohort(await instructing(await somebody('instructor')), {
    name: 'Autumn',
    now: NOON,
  })
  await database().membership.createMany({
    data: learners.map((userId) => ({ userId, cohortId, role: 'learner', joinedAt })),
  })
  const id = uuidv7()
  await database().assignment.create({
    data: {
      id,
      cohortId,
      kind: 'module',
      targetId,
      dueAfterDays: 9,
      targetReadiness: 0.8,
      createdAt: new Date(NOON),
      createdById: instructorId,
    },
  })
  return { cohortId, assignmentId: id }
}

test('Today lists what each cohort asks of this person, by their own days, and nothing archived or retired', async () => {
  const [mine, other, by] = [await somebody(), await somebody(), await somebody('instructor')]
  const first = await assigned(by, [mine, other])
  const second = await assigned(by, [mine])
  await assigned(by, [mine], 'a-module-of-before')
  const archived = await assigned(by, [mine])
  await database().cohort.update({
    where: { id: archived.cohortId },
    data: { archivedAt: new Date(NOON) },
  })
  const dueDay = Math.floor(NOON / DAY) + 3
  for (const [userId, extra] of [
    [mine, 0],
    [other, 20],
  ] as const) {
    await database().assignmentExtension.create({
      data: {
        assignmentId: second.assignmentId,
        userId,
        dueDay: dueDay + extra,
        note: '',
        byId: by,
        at: new Date(NOON),
      },
    })
  }
  const shown = async (userId: typeof mine) =>
    (await loadToday(await as(userId), { now: NOON })).assignments.map(({ id, daysLeft }) => ({
      id,
      daysLeft,
    }))
  expect(await shown(mine)).toEqual([
    { id: second.assignmentId, daysLeft: 3 },
    { id: first.assignmentId, daysLeft: 7 },
  ])
  expect(await shown(other)).toEqual([{ id: first.assignmentId, daysLeft: 7 }])
})
