import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { takeLock, withLock } from '../../../bin/support/process/lock.mjs'
import { lockDataDirectory } from '../../../bin/support/server/server-lock.mjs'
import { startProgram } from '../../support/program'

const holder = fileURLToPath(new URL('../../support/hold-lock.mjs', import.meta.url))
let dataDir: string

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'steppe-lock-'))
})

afterEach(() => {
  rmSync(dataDir, { recursive: true })
})

test('a second server on the same data is refused, with the address of the first', async () => {
  const first = startProgram([process.execPath, holder, dataDir])
  await first.line()

  await expect(lockDataDirectory(dataDir, 'http://localhost:3000', 0)).rejects.toThrow(
    `already runs on ${dataDir}, at http://localhost:4321 (process ${first.pid})`,
  )
  await first.end()
})

test('the lock of a killed server does not block', async () => {
  const first = startProgram([process.execPath, holder, dataDir])
  await first.line()
  await first.kill('SIGKILL')

  const lock = await lockDataDirectory(dataDir, 'http://localhost:3000', 0)

  expect(lock.held).toBe(true)
})

test('a server that is just ending is waited for', async () => {
  const first = startProgram([process.execPath, holder, dataDir])
  await first.line()
  const second = lockDataDirectory(dataDir, 'http://localhost:3000', 10_000)
  await first.end()

  expect((await second).held).toBe(true)
})

test('a lock whose process id was given to another process does not block', () => {
  const path = join(dataDir, 'server.lock')
  writeFileSync(path, JSON.stringify({ pid: process.pid, startedAt: 'long ago', key: 'old' }))

  expect(takeLock(path).held).toBe(process.platform !== 'win32')
})

test.each(['', '{"pid":', 'rubbish', '{"pid":0,"key":"of no process"}'])(
  'a damaged lock (%j) does not block',
  (text) => {
    const path = join(dataDir, 'server.lock')
    writeFileSync(path, text)

    expect(takeLock(path).held).toBe(true)
  },
)

test('a released lock leaves no file', () => {
  const path = join(dataDir, 'server.lock')
  const lock = takeLock(path)
  if (lock.held) lock.release()

  expect(existsSync(path)).toBe(false)
})

test('work under one lock never overlaps', async () => {
  const path = join(dataDir, 'work.lock')
  let running = 0
  let most = 0
  const work = async () => {
    running += 1
    most = Math.max(most, running)
    await new Promise((resolve) => setImmediate(resolve))
    running -= 1
  }
  await Promise.all([1, 2, 3, 4].map(() => withLock(path, work)))

  expect(most).toBe(1)
})
