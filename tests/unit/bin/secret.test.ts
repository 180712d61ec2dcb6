import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { authSecret } from '../../../bin/support/server/secret.mjs'

const run = promisify(execFile)
const PROGRAM = new URL('../../../bin/support/server/secret.mjs', import.meta.url).href

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'steppe-secret-'))
})
afterEach(() => rmSync(dataDir, { recursive: true }))

test('programs that start at once go on with one key', async () => {
  const ask = `import(${JSON.stringify(PROGRAM)}).then((secret) =>
    process.stdout.write(secret.authSecret(${JSON.stringify(dataDir)}, {})))`
  const asked = Array.from({ length: 6 }, () => run(process.execPath, ['-e', ask]))
  const keys = (await Promise.all(asked)).map(({ stdout }) => stdout)
  expect(new Set(keys)).toEqual(new Set([authSecret(dataDir, {})]))
  expect(readdirSync(dataDir)).toEqual(['auth-secret'])
  expect(statSync(join(dataDir, 'auth-secret')).mode & 0o777).toBe(0o600)
})
