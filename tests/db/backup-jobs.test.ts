import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { fileNameOf } from '@/lib/backup/file-name'
import { noteTrial } from '@/lib/db/backup/backup-runs'
import { database } from '@/lib/db/connection/client'
import { HOUR_MS } from '@/lib/kernel/duration'
import type { BackupSettings } from '@/lib/server/backup/backup-settings'
import { scheduledBackup, scheduledTrial } from '@/lib/server/backup/scheduled-backup'
import { keepSecret } from '@/lib/server/operate/secret'
import { wholeScope } from '@/lib/server/whole-scope'
import { DAY, MINUTE, openScene } from '../support/scene'

const whole = wholeScope()
const MORNING = Date.UTC(2026, 10, 29, 1, 4)
const DUE = Date.UTC(2026, 10, 29, 1)

let scene: { close: () => Promise<void> }
let folder: string
let on: Extract<BackupSettings, { kind: 'on' }>
beforeAll(async () => {
  scene = await openScene()
  await keepSecret(whole, { secret: 'the key', now: MORNING - DAY })
})
afterAll(() => scene.close())
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'steppe-backups-')), 'made')
  on = { kind: 'on', folder, time: 60, program: 'steppe', trialUpToRows: 1e6 }
})
afterEach(async () => {
  rmSync(join(folder, '..'), { recursive: true })
  await database().backupRun.deleteMany()
})

const run = (now: number, settings: BackupSettings = on) =>
  scheduledBackup(whole, {
    settings,
    url: `${process.env.DATABASE_URL}`,
    now,
    clock: () => now + 5000,
  })
const runs = () => database().backupRun.findMany({ orderBy: { startedAt: 'asc' } })

test('once a day a backup is made, however many processes ask for it', async () => {
  expect(await run(DUE - MINUTE)).toBeNull()
  const told = await Promise.all([run(MORNING), run(MORNING), run(MORNING), run(MORNING)])
  expect(told.filter((did) => did !== null)).toEqual([expect.stringMatching(/^made .* deleted 0/)])
  expect(readdirSync(folder)).toEqual([fileNameOf(DUE)])
  expect(await run(MORNING + HOUR_MS)).toBeNull()
  expect(await run(MORNING + DAY)).toMatch(/^made/)
  expect(await runs()).toMatchObject([
    { kind: 'scheduled', failure: null, file: join(folder, fileNameOf(DUE)) },
    { kind: 'scheduled', failure: null },
  ])
})

test('a failure is kept for administrators, and tried again an hour later', async () => {
  writeFileSync(folder, 'a file stands where the folder should be')
  expect(await run(MORNING)).toMatch(/^failed, and will be tried again in an hour: /)
  expect(await runs()).toMatchObject([{ failure: expect.stringMatching(/EEXIST/), tries: 1 }])
  rmSync(folder)
  expect(await run(MORNING + 30 * MINUTE)).toBeNull()
  expect(await run(MORNING + 61 * MINUTE)).toMatch(/^made/)
  expect(await runs()).toMatchObject([{ failure: null, tries: 2 }])
})

test('what a process left behind that was killed on the way is done by another one in time', async () => {
  const id = `scheduled ${new Date(DUE).toISOString()}`
  await database().backupRun.create({
    data: { id, kind: 'scheduled', host: 'gone', startedAt: new Date(MORNING) },
  })
  expect(await run(MORNING + 2 * HOUR_MS)).toBeNull()
  expect(await run(MORNING + 7 * HOUR_MS)).toMatch(/^made/)
})

test('old backups are thinned out, and other files are left alone', async () => {
  expect(await run(MORNING)).toMatch(/^made/)
  for (let day = 1; day <= 40; day += 1)
    writeFileSync(join(folder, fileNameOf(DUE - day * DAY)), '')
  writeFileSync(join(folder, 'mine.sql.gz'), '')
  expect(await run(MORNING + DAY)).toMatch(/deleted \d+ that are no longer kept/)
  const left = readdirSync(folder)
  expect(left).toContain('mine.sql.gz')
  expect(left).toContain(fileNameOf(DUE + DAY))
  expect(left.length).toBeLessThan(18)
  expect(left.length).toBeGreaterThan(10)
})

test('nothing is made where backups are switched off', async () => {
  expect(await run(MORNING, { kind: 'off' })).toBeNull()
  expect(await runs()).toEqual([])
})

test('once a week the newest backup is restored for trial, by one process', async () => {
  await run(MORNING)
  const { host, sha256 } = await database().backupRun.findFirstOrThrow()
  const asked: string[] = []
  const passes = async (_: string, path: string) => {
    asked.push(path)
    await noteTrial({ sha256: sha256 ?? '', at: MORNING, tookMs: 9000, failure: null })
    return 'passed' as const
  }
  const trial = (now: number, over = {}) =>
    scheduledTrial(whole, { settings: on, now, host, exists: existsSync, run: passes, ...over })
  expect(await trial(MORNING, { settings: { ...on, trialUpToRows: 0 } })).toBeNull()
  expect(await trial(MORNING, { host: 'another machine' })).toBeNull()
  expect(await trial(MORNING, { exists: () => false })).toBeNull()
  const told = await Promise.all([trial(MORNING), trial(MORNING)])
  expect(told.filter((did) => did !== null)).toHaveLength(1)
  expect(asked).toEqual([join(folder, fileNameOf(DUE))])
  expect(await runs()).toMatchObject([{ trialFailure: null, trialMs: 9000 }])
  expect(await trial(MORNING + 6 * DAY)).toBeNull()
  expect(await trial(MORNING + 7 * DAY, { run: async () => 'failed' })).toMatch(/^failed: /)
  expect(await runs()).toMatchObject([{ trialFailure: expect.stringContaining('not ended') }])
})
