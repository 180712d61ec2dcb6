import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { database, databasePool } from '@/lib/db/connection/client'
import { insertVersion } from '@/lib/db/course/course-versions'
import { asUserId, type UserId } from '@/lib/kernel/ids'
import { requireCourse } from '@/lib/server/current-course'
import { checkSession, openSession } from '@/lib/server/people/sessions'
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

test('one statement reads session, account and the newest course, and its verbs ask for none of them again', async () => {
  const sessionId = await openSession({ userId: await somebody(), now: NOON })
  const request = () => checkSession({ sessionId, now: NOON + 1 })
  const first = await request()
  if (first === null) throw new Error('The session has ended')
  const { catalogue, version } = await requireCourse(first)

  const statements = vi.spyOn(databasePool(), 'query')
  const second = await request()
  if (second === null) throw new Error('The session has ended')
  await loadSources(second)
  expect(statements).toHaveBeenCalledTimes(1)
  statements.mockRestore()

  const changed = { ...catalogue, hash: 'changed' }
  const made = await insertVersion({
    catalogue: changed,
    files: {},
    filesHash: 'changed',
    origin: 'browser',
    publishedById: null,
    note: null,
    retest: [],
    now: NOON,
  })
  expect(made).toBe(version + 1)
  const third = await request()
  if (third === null) throw new Error('The session has ended')
  expect(await requireCourse(third)).toMatchObject({ version: version + 1, hash: 'changed' })
})

test('a verb without a scope does not compile', () => {
  const gates = (id: UserId, user: Awaited<ReturnType<typeof as>>['user']) => [
    // @ts-expect-error The id of an account proves nothing.
    () => loadSources(id),
    // @ts-expect-error Nor does the account that somebody else read.
    () => loadSources({ user }),
  ]
  expect(gates).toBeTypeOf('function')
})
