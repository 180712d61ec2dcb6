import { afterAll, beforeAll, expect, test } from 'vitest'
import { database } from '@/lib/db/connection/client'
import { asUserId, type UserId } from '@/lib/kernel/ids'
import { loadSources } from '@/lib/server/reference/load-sources'
import { adminScope, instructorScope } from '@/lib/server/scope'
import { as, NOON, openScene, somebody } from '../support/scene'

let scene: { close: () => Promise<void> }
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

const notAllowed = expect.objectContaining({ name: 'AppError', code: 'not_allowed' })

test('an account that is disabled, or does not exist, gets no scope', async () => {
  const disabled = await somebody('admin')
  await database().user.update({ where: { id: disabled }, data: { disabledAt: new Date(NOON) } })
  const nobody = asUserId('00000000-0000-7000-8000-000000000000')
  for (const id of [disabled, nobody]) await expect(as(id)).rejects.toEqual(notAllowed)
})

test.each(['learner', 'instructor', 'admin'] as const)(
  'the role decides what an account of a %s may do',
  async (role) => {
    const scope = await as(await somebody(role))
    const may = (gate: (own: typeof scope) => unknown) => {
      try {
        gate(scope)
        return true
      } catch (error) {
        expect(error).toEqual(notAllowed)
        return false
      }
    }
    expect(may(instructorScope)).toBe(role !== 'learner')
    expect(may(adminScope)).toBe(role === 'admin')
  },
)

test('a verb without a scope does not compile', () => {
  const gates = (id: UserId, user: Awaited<ReturnType<typeof as>>['user']) => [
    // @ts-expect-error The id of an account proves nothing.
    () => loadSources(id),
    // @ts-expect-error Nor does the account that somebody else read.
    () => loadSources({ user }),
  ]
  expect(gates).toBeTypeOf('function')
})
