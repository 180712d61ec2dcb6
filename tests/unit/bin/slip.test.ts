import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { steppe } from '../../support/command-line'

const parent = mkdtempSync(join(tmpdir(), 'steppe-slip-'))
const dataDir = join(parent, 'data')
afterAll(() => rmSync(parent, { recursive: true, force: true }))

const person = ['--email', 'a@example.org', '--name', 'Ada', '--role', 'learner']

test.each([
  [['usr', 'create'], /unknown command 'usr'/],
  [['user', 'creat'], /unknown command 'creat'/],
  [['user', 'create'], /required option '--email/],
  [['user', 'create', ...person, '--zone', 'Mars/Base'], /no time zone/],
])(
  'steppe %j is refused before a database is made for it',
  async (args, words) => {
    await expect(steppe(dataDir, args, '', { DATABASE_URL: '' })).rejects.toThrow(words)
    expect(existsSync(dataDir)).toBe(false)
  },
  60_000,
)
