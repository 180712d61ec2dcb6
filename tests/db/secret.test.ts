import { uuidv7 } from 'uuidv7'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { seal, unseal } from '@/lib/credentials/sealed'
import { database } from '@/lib/db/connection/client'
import { storeUnconfirmed } from '@/lib/db/people/second-factors'
import { insertSession } from '@/lib/db/people/sessions'
import { asSessionId } from '@/lib/kernel/ids'
import { keepSecret, refuseOtherSecret, replaceSecret } from '@/lib/server/operate/secret'
import { wholeScope } from '@/lib/server/whole-scope'
import { DAY, NOON, openScene, somebody } from '../support/scene'

const KEY = 'the key of the first process'
const OTHER = 'the key of a second process'
const whole = wholeScope()

let scene: { close: () => Promise<void> }
beforeAll(async () => {
  scene = await openScene()
})
afterEach(() => database().installation.deleteMany())
afterAll(() => scene.close())

const start = (secret: string) => keepSecret(whole, { secret, now: NOON })

test('a process with the same key starts, and one with another key is told what to do', async () => {
  await start(KEY)
  await start(KEY)
  for (const refused of [start, (secret: string) => refuseOtherSecret(whole, secret)]) {
    await expect(refused(OTHER)).rejects.toThrow(
      /Another key signs the cookies.*not started, and nothing was changed\.\n.*set AUTH_SECRET.*steppe secret replace/s,
    )
  }
  await start(KEY)
})

test('the database does not contain the key', async () => {
  await start(KEY)
  const { secretHash } = await database().installation.findFirstOrThrow()
  expect(secretHash).toMatch(/^\$argon2id\$/)
  expect(secretHash).not.toContain(KEY)
})

test('of first starts at once with different keys, exactly one goes on', async () => {
  const keys = Array.from({ length: 6 }, (_, number) => `key ${number}`)
  const starts = await Promise.allSettled(keys.map(start))
  expect(starts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const winner = keys[starts.findIndex(({ status }) => status === 'fulfilled')] ?? ''
  await start(winner)
})

test('replacing the key ends every sign-in session, is recorded, and lets only the new key start', async () => {
  await start(KEY)
  const userId = await somebody()
  const session = { id: asSessionId(uuidv7()), userId, createdAt: NOON, expiresAt: NOON + DAY }
  await insertSession(session)
  const replaced = await replaceSecret(whole, { secret: OTHER, before: null, now: NOON })
  expect(replaced).toEqual({ sessions: 1, sealed: 0, lost: 0 })
  expect(await database().session.count()).toBe(0)
  expect(await database().auditEvent.count({ where: { kind: 'secret_replaced' } })).toBe(1)
  await start(OTHER)
  await expect(start(KEY)).rejects.toThrow('Another key')
})

test('with the key before it, second factors go on, and without it they are counted as lost', async () => {
  await start(KEY)
  const people = [await somebody(), await somebody()]
  for (const userId of people) {
    await storeUnconfirmed(userId, seal(`key of ${userId}`, userId, KEY), NOON)
  }
  const stranger = await somebody()
  await storeUnconfirmed(stranger, seal('what nobody reads', stranger, 'a key before that'), NOON)
  const keys = async (secret: string) => {
    const rows = await database().secondFactor.findMany()
    return rows.map((row) => unseal(row.secret, row.userId, secret))
  }
  const replace = (before: string | null, secret: string) =>
    replaceSecret(whole, { secret, before, now: NOON })
  await expect(replace('not the key', OTHER)).rejects.toThrow(/Nothing was changed/)
  await start(KEY)
  expect(await replace(KEY, OTHER)).toEqual({ sessions: 0, sealed: 2, lost: 1 })
  const there = people.map((userId) => `key of ${userId}`)
  expect((await keys(OTHER)).toSorted()).toEqual([...there, null].toSorted())
  expect(await keys(KEY)).toEqual([null, null, null])
  expect(await replace(null, KEY)).toEqual({ sessions: 0, sealed: 0, lost: 3 })
})

test('a database from before the key was kept takes the key of its next start', async () => {
  await database().$executeRaw`ALTER TABLE "Installation" RENAME TO "Later"`
  await refuseOtherSecret(whole, KEY)
  await database().$executeRaw`ALTER TABLE "Later" RENAME TO "Installation"`
  await start(KEY)
  await expect(start(OTHER)).rejects.toThrow('Another key')
})
