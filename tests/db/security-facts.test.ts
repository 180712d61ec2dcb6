import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { database } from '@/lib/db/connection/client'
import { accountFacts } from '@/lib/db/operate/account-facts'
import { writeRolesWithSecondFactor } from '@/lib/db/people/second-factors'
import { DAY, NOON, openScene, somebody } from '../support/scene'

let scene: { close: () => Promise<void> }
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

const at = (ms: number) => new Date(ms)

test('accounts, invitations and sessions are counted as the security check needs them', async () => {
  const [active, idle, gone, instructor] = [
    await somebody('admin'),
    await somebody('admin'),
    await somebody('admin'),
    await somebody('instructor'),
  ]
  await somebody()
  const db = database()
  await db.user.update({ where: { id: active }, data: { lastSeenAt: at(NOON - DAY) } })
  await db.user.update({ where: { id: gone }, data: { disabledAt: at(NOON) } })
  const factor = { secret: 'sealed', createdAt: at(NOON) }
  await db.secondFactor.create({ data: { userId: active, ...factor, confirmedAt: at(NOON) } })
  // It was begun and never confirmed, so it does not count.
  await db.secondFactor.create({ data: { userId: idle, ...factor } })
  await writeRolesWithSecondFactor(['admin'])
  const session = (userId: string, createdAt: number, expiresAt: number) =>
    db.session.create({
      data: { id: uuidv7(), userId, createdAt: at(createdAt), expiresAt: at(expiresAt) },
    })
  await session(active, NOON - 100 * DAY, NOON + DAY)
  await session(active, NOON - 100 * DAY, NOON - DAY)
  await session(gone, NOON - DAY, NOON + DAY)
  const invitation = (role: 'admin' | 'instructor', usesLeft: number, over = {}) =>
    db.invitation.create({
      data: {
        ...{ id: uuidv7(), codeHash: uuidv7(), role, usesLeft, createdAt: at(NOON - DAY) },
        ...{ expiresAt: at(NOON + DAY), ...over },
      },
    })
  await invitation('admin', 1)
  await invitation('admin', 1, { revokedAt: at(NOON) })
  await invitation('admin', 1, { expiresAt: at(NOON - 1) })
  await invitation('admin', 1, { setup: true })
  await invitation('instructor', 3)
  await invitation('instructor', 1)
  await db.user.update({
    where: { id: instructor },
    data: { email: 'instructor@demo.example' },
  })

  expect(await accountFacts(NOON)).toEqual({
    administrators: 2,
    administratorsWithoutSecondFactor: 1,
    idleAdministrators: 1,
    instructorsWithoutSecondFactor: 1,
    rolesWithSecondFactor: ['admin'],
    demonstration: 1,
    invitationsOfAdministrators: 1,
    invitationsOfManyInstructors: 1,
    oldSessions: 1,
    sessionsOfDisabled: 1,
  })
})
