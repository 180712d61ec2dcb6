import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { closeDatabase } from '@/lib/db/connection/client'
import { databaseTroubleIn } from '@/lib/kernel/database-unavailable'
import { checkReady } from '@/lib/server/operate/check-ready'
import { prepareDatabase } from '@/lib/server/operate/prepare-database'
import { wholeScope } from '@/lib/server/whole-scope'
import { openPostgres } from '../../../bin/support/postgres.mjs'
import { MIGRATIONS } from '../../support/release-database'
import { DAY, grade, NOON, send, somebody } from '../../support/scene'
import { smallDisk } from '../../support/small-disk'

// Only root may mount a small disk. Elsewhere, tests/unit/db/connection/trouble-of.test.ts reads the codes.
const disk = smallDisk(160)
const course = fileURLToPath(new URL('../../fixtures/course', import.meta.url))
let postgres: Awaited<ReturnType<typeof openPostgres>>

beforeAll(async () => {
  if (disk === null) return
  vi.spyOn(console, 'error').mockImplementation(() => {})
  postgres = await openPostgres({ dataDir: join(disk.folder, 'data'), durable: false })
  process.env.DATABASE_URL = postgres.url
  const folders = { url: postgres.url, migrations: MIGRATIONS, course }
  await prepareDatabase(wholeScope(), {
    ...folders,
    compiled: null,
    now: NOON,
    secret: 'of a test',
  })
})
afterAll(async () => {
  if (disk === null) return
  await closeDatabase()
  delete process.env.DATABASE_URL
  await postgres.stop()
  disk.remove()
  vi.restoreAllMocks()
})

test.runIf(disk !== null)(
  'on a full disk an answer is refused with words, ready is 503, and both are over when there is space',
  async () => {
    const people = [await somebody(), await somebody(), await somebody(), await somebody()]
    for (const id of people) await send(id, NOON, grade(3, NOON))
    disk?.fill()
    const refused: unknown[] = []
    for (let day = 1; day < 400 && refused.length === 0; day += 1) {
      for (const id of people) {
        const at = NOON + day * DAY
        await send(id, at, grade(3, at)).catch((error) => refused.push(databaseTroubleIn(error)))
      }
    }
    expect(refused[0]).toBe('disk-full')
    expect(await checkReady({ timeoutMs: 3000 })).toEqual({
      status: 'not_ready',
      missing: 'disk',
      detail: expect.stringMatching(/disk of the database is full.*freed space/),
    })

    disk?.free()
    expect(await checkReady({ timeoutMs: 3000 })).toMatchObject({ status: 'ready' })
    const late = NOON + 500 * DAY
    for (const id of people) await send(id, late, grade(3, late))
  },
)
