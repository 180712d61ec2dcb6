import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { database } from '@/lib/db/connection/client'
import { anyUserExists } from '@/lib/db/people/users'
import { asCohortId, asSessionId, type UserId } from '@/lib/kernel/ids'
import { createCohort } from '@/lib/server/cohort/create-cohort'
import { loadCohort } from '@/lib/server/cohort/load-cohort'
import { loadCohorts } from '@/lib/server/cohort/load-cohorts'
import { acceptInvitation } from '@/lib/server/people/accept-invitation'
import { changePassword } from '@/lib/server/people/change-password'
import { createFirstAdmin } from '@/lib/server/people/create-first-admin'
import { inviteAccount, inviteIntoCohort } from '@/lib/server/people/create-invitation'
import { describeInvitation } from '@/lib/server/people/describe-invitation'
import { describeSetup } from '@/lib/server/people/describe-setup'
import { joinByInvitation } from '@/lib/server/people/join-by-invitation'
import { openSetup } from '@/lib/server/people/open-setup'
import { revokeInCohort, revokeInvitation } from '@/lib/server/people/revoke-invitation'
import {
  checkSession,
  closeSession,
  openSession,
  verifyCredentials,
} from '@/lib/server/people/sessions'
import { adminScope } from '@/lib/server/scope'
import { wholeScope } from '@/lib/server/whole-scope'
import {
  as,
  changing,
  DAY,
  instructing,
  NOON,
  openScene,
  running,
  somebody,
} from '../support/scene'

let scene: { close: () => Promise<void> }
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

const PASSWORD = 'a long enough one'
const account = (n: string) => ({
  name: `N ${n}`,
  email: `${n}@example.org`,
  password: PASSWORD,
  zone: 'Asia/Kathmandu',
})
const refusal = (code: string) => expect.objectContaining({ name: 'AppError', code })

/** A cohort with its instructor and an invitation into it. */
async function cohortScene(uses = 1) {
  const actorId = await somebody('instructor')
  const cohortId = await createCohort(await instructing(actorId), { name: 'Autumn', now: NOON })
  const scope = await changing(actorId, cohortId)
  const wish = { role: 'learner' as const, uses, expiresInDays: 7, now: NOON }
  return { actorId, cohortId, scope, ...(await inviteIntoCohort(scope, wish)) }
}

describe('set-up', () => {
  beforeEach(async () => {
    await database().user.deleteMany()
  })

  test('the link makes one administrator, once, whoever races for it', async () => {
    const token = (await openSetup(wholeScope(), { now: NOON })) ?? ''
    expect(await describeSetup({ token, now: NOON })).toBe('open')
    const tries = ['first', 'second', 'third'].map((n) =>
      createFirstAdmin({ token, ...account(n), now: NOON }),
    )
    const settled = await Promise.allSettled(tries)
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await database().user.count()).toBe(1)
    expect(await describeSetup({ token, now: NOON })).toBe('done')
    expect(await openSetup(wholeScope(), { now: NOON })).toBeNull()
  })

  test('a newer link ends the older one, and a made-up one opens nothing', async () => {
    const older = (await openSetup(wholeScope(), { now: NOON })) ?? ''
    await openSetup(wholeScope(), { now: NOON + 1 })
    expect(await describeSetup({ token: older, now: NOON + 2 })).toBe('invalid')
    const attempt = createFirstAdmin({ token: older, ...account('late'), now: NOON + 2 })
    await expect(attempt).rejects.toEqual(refusal('invitation_invalid'))
    await expect(createFirstAdmin({ token: 'x', ...account('x'), now: NOON })).rejects.toEqual(
      refusal('invitation_invalid'),
    )
    expect(await anyUserExists()).toBe(false)
  })
})

describe('an invitation', () => {
  test('makes a learner of its cohort, whom the instructor then sees', async () => {
    const { scope, code } = await cohortScene()
    expect(await describeInvitation({ code, now: NOON })).toMatchObject({
      role: 'learner',
      cohortName: 'Autumn',
    })
    const userId = await joinByInvitation({ code, ...account('newcomer'), now: NOON })
    const view = await loadCohort(scope, { now: NOON, page: 1 })
    expect(view.rows).toMatchObject([
      { userId, lessonsDone: 0, due: 0, reviewed7Days: 0, trueRetention: null },
    ])
    expect((await as(userId)).user).toMatchObject({
      role: 'learner',
      clock: { zone: 'Asia/Kathmandu' },
    })
  })

  test('gives its last place away once, however many open it together', async () => {
    const { scope, code } = await cohortScene(2)
    const tries = ['p', 'q', 'r', 's'].map((n) =>
      joinByInvitation({ code, ...account(n), now: NOON }),
    )
    const settled = await Promise.allSettled(tries)
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(2)
    expect((await loadCohort(scope, { now: NOON, page: 1 })).rows).toHaveLength(2)
  })

  test('is kept for somebody else when the address is taken', async () => {
    const first = await cohortScene()
    await joinByInvitation({ code: first.code, ...account('taken'), now: NOON })
    const { code } = await cohortScene()
    const again = joinByInvitation({
      code,
      ...account('taken'),
      email: ' TAKEN@example.org',
      now: NOON,
    })
    await expect(again).rejects.toEqual(refusal('email_taken'))
    expect(await describeInvitation({ code, now: NOON })).not.toBeNull()
  })

  test('is worthless once expired or revoked', async () => {
    const { scope, code, id } = await cohortScene()
    expect(await describeInvitation({ code, now: NOON + 8 * DAY })).toBeNull()
    await revokeInCohort(scope, { invitationId: id, now: NOON })
    const attempt = joinByInvitation({ code, ...account('revoked'), now: NOON })
    await expect(attempt).rejects.toEqual(refusal('invitation_invalid'))
  })

  test('adds a cohort to an account that exists, and takes no role away', async () => {
    const { code, scope } = await cohortScene()
    const userId = await somebody('instructor')
    await acceptInvitation(await as(userId), { code, now: NOON })
    expect((await as(userId)).user).toMatchObject({ role: 'instructor' })
    expect((await loadCohort(scope, { now: NOON, page: 1 })).rows).toMatchObject([{ userId }])
  })
})

describe('who may', () => {
  test('an instructor neither sees nor touches another’s cohort', async () => {
    const { cohortId, id } = await cohortScene()
    const actorId = await somebody('instructor')
    const instructor = await instructing(actorId)
    await expect(running(actorId, cohortId)).rejects.toEqual(refusal('not_found'))
    await expect(changing(actorId, cohortId)).rejects.toEqual(refusal('not_found'))
    expect((await loadCohorts(instructor, { now: NOON })).cohorts).toEqual([])
    const own = await createCohort(instructor, { name: 'Own', now: NOON })
    const throughOwn = revokeInCohort(await running(actorId, own), { invitationId: id, now: NOON })
    await expect(throughOwn).rejects.toEqual(refusal('not_found'))
  })

  test('a learner makes and sees no cohort', async () => {
    const actorId = await somebody('learner')
    await expect(instructing(actorId)).rejects.toEqual(refusal('not_allowed'))
  })

  test('only an administrator invites without a cohort, and revokes any invitation', async () => {
    const { actorId, code, id } = await cohortScene()
    const wish = { role: 'admin', uses: 1, expiresInDays: 1, now: NOON } as const
    const administering = async (userId: UserId) => adminScope(await instructing(userId))
    await expect(administering(actorId)).rejects.toEqual(refusal('not_allowed'))
    const admin = await administering(await somebody('admin'))
    const made = await inviteAccount(admin, wish)
    expect(await describeInvitation({ code: made.code, now: NOON })).toMatchObject({
      role: 'admin',
      cohortName: null,
    })
    await revokeInvitation(admin, { invitationId: id, now: NOON })
    expect(await describeInvitation({ code, now: NOON })).toBeNull()
  })

  test('a cohort id that is no id is not found, not a crash', async () => {
    const actorId = await somebody('instructor')
    const attempt = running(actorId, asCohortId('not-a-uuid'))
    await expect(attempt).rejects.toEqual(refusal('not_found'))
  })
})

describe('signing in', () => {
  const joined = async (n: string): Promise<UserId> => {
    const { code } = await cohortScene()
    return joinByInvitation({ code, ...account(n), now: NOON })
  }

  test('takes the right password, in any case of the address, and says the same to a wrong one and to a stranger', async () => {
    const userId = await joined('signer')
    expect(await verifyCredentials({ email: ' Signer@Example.org ', password: PASSWORD })).toBe(
      userId,
    )
    const messages = await Promise.all(
      ['signer@example.org', 'stranger@example.org'].map((email) =>
        verifyCredentials({ email, password: 'wrong' }).catch((error: Error) => error.message),
      ),
    )
    expect(messages[0]).toBe(messages[1])
  })

  test('is slowed down after ten wrong passwords, the right one included', async () => {
    await joined('target')
    const email = 'target@example.org'
    for (let i = 0; i < 10; i += 1)
      await verifyCredentials({ email, password: 'guess' }).catch(() => {})
    const attempt = verifyCredentials({ email, password: PASSWORD })
    await expect(attempt).rejects.toEqual(refusal('too_many_attempts'))
  })

  test('a session ends at once by sign-out, by disabling and by a changed password elsewhere', async () => {
    const userId = await joined('leaver')
    const open = () => openSession({ userId, now: NOON })
    const alive = async (sessionId: Awaited<ReturnType<typeof open>>) =>
      (await checkSession({ sessionId, now: NOON + 1 })) !== null
    const here = await open()
    const there = await open()
    await closeSession({ sessionId: here, now: NOON })
    expect([await alive(here), await alive(there)]).toEqual([false, true])

    const kept = await open()
    const change = async (currentPassword: string) =>
      changePassword(await as(userId), kept, {
        currentPassword,
        newPassword: 'another long one',
        now: NOON,
      })
    await expect(change('wrong')).rejects.toEqual(refusal('wrong_credentials'))
    await change(PASSWORD)
    expect([await alive(there), await alive(kept)]).toEqual([false, true])

    // Signing in once more in the same browser.
    const again = await openSession({ userId, now: NOON, replaces: kept })
    expect([await alive(kept), await alive(again)]).toEqual([false, true])

    await database().user.update({ where: { id: userId }, data: { disabledAt: new Date(NOON) } })
    expect(await alive(again)).toBe(false)
    expect(await checkSession({ sessionId: asSessionId('garbage'), now: NOON })).toBeNull()
  })
})
