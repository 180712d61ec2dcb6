import { AsyncLocalStorage } from 'node:async_hooks'
import { parse } from 'csv-parse/sync'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { database, databasePool } from '@/lib/db/connection/client'
import { recordAudit } from '@/lib/db/people/audit'
import type { CohortId, UserId } from '@/lib/kernel/ids'
import { archiveCohort, renameCohort } from '@/lib/server/cohort/cohort-life'
import { createCohort } from '@/lib/server/cohort/create-cohort'
import { exportAudit } from '@/lib/server/export/export-audit'
import { changeAccount } from '@/lib/server/people/change-account'
import { deleteAccount } from '@/lib/server/people/delete-account'
import { type AuditAsked, auditFilter, loadAudit } from '@/lib/server/people/load-audit'
import { recordRefusedSignIn } from '@/lib/server/people/refused-sign-in'
import { closeSession, openSession } from '@/lib/server/people/sessions'
import { type AdminScope, adminScope } from '@/lib/server/scope'
import { saveSettings } from '@/lib/server/settings/save-settings'
import { wholeScope } from '@/lib/server/whole-scope'
import {
  as,
  changing,
  DAY,
  grade,
  instructing,
  MINUTE,
  NOON,
  openScene,
  running,
  send,
  somebody,
} from '../support/scene'

const NOTHING: AuditAsked = {
  person: null,
  kind: null,
  from: null,
  to: null,
  text: null,
  after: null,
}

let scene: { close: () => Promise<void> }
let admin: UserId
let cohortId: CohortId
let scope: AdminScope
beforeAll(async () => {
  scene = await openScene()
  admin = await somebody('admin')
  scope = adminScope(await instructing(admin))
  cohortId = await createCohort(scope, { name: 'Autumn', now: NOON })
})
afterAll(() => scene.close())
afterEach(() => {
  globalThis.steppeRequests = undefined
})

const found = async (asked: Partial<AuditAsked>) =>
  (await loadAudit(scope, { ...NOTHING, ...asked })).rows
const nameNow = async () =>
  (await database().cohort.findUniqueOrThrow({ where: { id: cohortId } })).name

describe('a change and its record', () => {
  test('are kept together, with who, when, from where, before and after', async () => {
    globalThis.steppeRequests = new AsyncLocalStorage()
    const request = { id: 'req-1', address: '192.0.2.7' }
    const change = { name: 'Winter', now: NOON + MINUTE }
    await globalThis.steppeRequests.run(request, async () =>
      renameCohort(await changing(admin, cohortId), change),
    )
    expect((await found({ kind: 'cohort_renamed' }))[0]).toMatchObject({
      at: NOON + MINUTE,
      actorId: admin,
      detail: { cohort: cohortId, nameBefore: 'Autumn', name: 'Winter' },
      via: 'web',
      address: '192.0.2.7',
      requestId: 'req-1',
    })
    expect(await nameNow()).toBe('Winter')
  })

  test('are lost together when the record cannot be written', async () => {
    const before = await nameNow()
    await databasePool().query(`
      CREATE FUNCTION refuse_record() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'the disk is full'; END $$;
      CREATE TRIGGER refuse BEFORE INSERT ON "AuditEvent" EXECUTE FUNCTION refuse_record()`)
    try {
      const rename = renameCohort(await changing(admin, cohortId), { name: 'Lost', now: NOON })
      await expect(rename).rejects.toThrow('the disk is full')
      const archive = archiveCohort(await running(admin, cohortId), { now: NOON })
      await expect(archive).rejects.toThrow('the disk is full')
      await expect(openSession({ userId: admin, now: NOON })).rejects.toThrow('the disk is full')
    } finally {
      await databasePool().query('DROP TRIGGER refuse ON "AuditEvent"')
    }
    expect(await nameNow()).toBe(before)
    expect(await database().session.count({ where: { userId: admin } })).toBe(0)
    expect((await running(admin, cohortId)).cohort.archived).toBe(false)
  })

  test('say through which way they came: a job and the command line have no client', async () => {
    const userId = await somebody()
    const detail = { user: userId }
    await recordAudit({ at: NOON, actorId: null, kind: 'account_enabled', detail })
    globalThis.steppeRequests = new AsyncLocalStorage()
    await recordAudit({ at: NOON + 1, actorId: null, kind: 'account_enabled', detail })
    const rows = await found({ person: userId })
    expect(rows.map(({ via, address }) => [via, address])).toEqual([
      ['job', null],
      ['command', null],
    ])
  })
})

describe('signing in', () => {
  test('is recorded when it succeeds, when it is refused, and when it ends', async () => {
    const userId = await somebody()
    const { email } = (await as(userId)).user
    await recordRefusedSignIn({ email, why: 'wrong_credentials', now: NOON })
    const sessionId = await openSession({ userId, now: NOON + 1 })
    await closeSession({ sessionId, now: NOON + 2 })
    await closeSession({ sessionId, now: NOON + 3 })
    const rows = await found({ person: userId, kind: 'Signing in' })
    expect(rows.map(({ kind }) => kind)).toEqual(['signed_out', 'signed_in', 'sign_in_refused'])
  })

  test('with an address that nobody has does not write down what was typed', async () => {
    const typed = 'my-Secret-passphrase'
    await recordRefusedSignIn({ email: typed, why: 'wrong_credentials', now: NOON })
    expect(JSON.stringify(await database().auditEvent.findMany())).not.toMatch(/secret-passphrase/i)
    expect((await found({ kind: 'sign_in_refused' })).some((row) => row.subjectId === null)).toBe(
      true,
    )
  })
})

describe('log and audit', () => {
  const refused = { code: '42501' }
  const query = (sql: string) => databasePool().query(sql)

  test.each([
    'UPDATE "AuditEvent" SET "kind" = \'joined\'',
    'DELETE FROM "AuditEvent"',
    'TRUNCATE "AuditEvent"',
    'UPDATE "ReviewEvent" SET "rating" = 4',
    'DELETE FROM "ReviewEvent"',
    'TRUNCATE "ReviewEvent"',
    'TRUNCATE "ReviewEvent_0"',
  ])('refuse %s, and keep every row', async (sql) => {
    await send(await somebody(), NOON, grade(3, NOON))
    const count = async () => [
      await database().auditEvent.count(),
      await database().reviewEvent.count(),
    ]
    const before = await count()
    await expect(query(sql)).rejects.toMatchObject(refused)
    expect(await count()).toEqual(before)
  })

  test('of an account that exists are not erased or changed by the functions for deletions', async () => {
    const userId = await somebody()
    await send(userId, NOON, grade(3, NOON))
    await expect(query(`SELECT steppe_erase_log('${userId}')`)).rejects.toMatchObject(refused)
    await expect(query(`SELECT steppe_forget_in_audit('${userId}', 'x')`)).rejects.toMatchObject(
      refused,
    )
    expect(await database().reviewEvent.count({ where: { userId } })).toBe(1)
  })

  test('of an erased account are gone, and what was recorded keeps no name, word or client', async () => {
    const userId = await somebody()
    await send(userId, NOON, grade(3, NOON))
    globalThis.steppeRequests = new AsyncLocalStorage()
    const request = { id: 'req-9', address: '198.51.100.9' }
    await globalThis.steppeRequests.run(request, async () => {
      const settings = { name: 'Zed Zedson', zone: 'Asia/Almaty', rolloverHour: 4, now: NOON }
      await saveSettings(await as(userId), settings)
    })
    const input = { userId, mode: 'erase', certificates: 'revoke', now: NOON + DAY } as const
    await deleteAccount(wholeScope(), input)
    expect(await database().reviewEvent.count({ where: { userId } })).toBe(0)
    const rows = await found({ person: userId })
    expect(rows.map(({ kind }) => kind)).toEqual(['account_deleted', 'settings_changed'])
    expect(JSON.stringify(rows)).not.toMatch(/Zed|Person|198\.51/)
    expect(rows[1]).toMatchObject({ requestId: 'req-9', detail: { area: 'account' } })
  })
})

describe('the search', () => {
  test('finds by person, kind, group, day of the viewer and words', async () => {
    const userId = await somebody()
    const { email, name } = (await as(userId)).user
    const at = NOON + 10 * DAY
    const change = { email: `new-${email}` }
    await changeAccount(scope, { userId, change, now: at })
    const ids = async (asked: Partial<AuditAsked>) => (await found(asked)).map(({ id }) => id)
    const [id] = await ids({ person: userId, kind: 'account_changed' })
    expect(id).toBeDefined()
    for (const asked of [
      { person: name },
      { person: `NEW-${email}` },
      { kind: 'Accounts', text: `new-${email}` },
      { from: '2026-06-13', to: '2026-06-13' },
    ]) {
      expect(await ids(asked), JSON.stringify(asked)).toContain(id)
    }
    for (const asked of [
      { person: admin, kind: 'cohort_renamed' },
      { to: '2026-06-12' },
      { from: '2026-06-14' },
      { text: 'new_' },
      { kind: 'Exams and appeals' },
    ]) {
      expect(await ids(asked), JSON.stringify(asked)).not.toContain(id)
    }
    // What makes no sense is not asked.
    expect(await ids({ from: '2026-02-31', kind: 'nonsense', after: '5_x' })).toContain(id)
  })

  test('goes through all pages once, also when events have the same instant', async () => {
    const userId = await somebody()
    for (let n = 0; n < 120; n += 1) {
      const detail = { user: userId, how: `try ${n}` }
      await recordAudit({ at: NOON + (n % 3), actorId: userId, kind: 'signed_in', detail })
    }
    const seen: string[] = []
    let after: string | null = null
    let pages = 0
    do {
      const view = await loadAudit(scope, { ...NOTHING, person: userId, after })
      seen.push(...view.rows.map(({ id }) => id))
      after = view.next
      pages += 1
    } while (after !== null)
    expect([pages, seen.length, new Set(seen).size]).toEqual([3, 120, 120])
  })

  test('is exported as CSV with the same conditions, and the export is itself recorded', async () => {
    const asked = { ...NOTHING, kind: 'cohort_renamed' }
    let text = ''
    for await (const part of await exportAudit(scope, {
      filter: auditFilter(scope, asked),
      now: NOON,
    })) {
      text += part
    }
    const rows: Record<string, string>[] = parse(text, { bom: true, columns: true })
    expect(rows.map((row) => [row.Kind, row['By (id)'], row.Client])).toEqual([
      ['cohort_renamed', admin, '192.0.2.7'],
    ])
    expect((await found({ kind: 'exported', person: admin }))[0]?.detail).toMatchObject({
      what: 'audit',
    })
  })
})
