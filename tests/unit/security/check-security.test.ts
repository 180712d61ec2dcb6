import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DAY_MS } from '@/lib/kernel/duration'
import { checkSecurity } from '@/lib/security/check-security'
import { databaseAddress } from '@/lib/security/database-address'
import type { SecurityFacts } from '@/lib/security/facts'

const NOW = Date.UTC(2026, 10, 29, 12)

/** An installation as the documentation recommends it. */
const SOUND: SecurityFacts = {
  now: NOW,
  publicAddress: 'https://steppe.example.org',
  host: '127.0.0.1',
  trustedProxies: '127.0.0.1',
  secret: { text: 'q7WZ2mKc0xYvT4nLr8sEaJp5HdUf3GbN', from: 'file' },
  files: {
    dataDirectory: 0o40755,
    secretFile: 0o100600,
    backupFolder: 0o40700,
    backupsOnSameDisk: false,
    freeBytes: 50e9,
  },
  process: {
    isRoot: false,
    nodeVersion: 'v24.11.0',
    nodeOptions: '',
    trustsAnyCertificate: false,
    logLevel: null,
    metricsToken: null,
    smtpUrl: null,
  },
  database: {
    url: 'postgresql://steppe_app:correct%20horse%20battery@db.example/steppe?sslmode=verify-full',
    isSuperuser: false,
    ownsTables: false,
    mayRewrite: false,
    serverVersion: 180004,
    clock: NOW,
  },
  accounts: {
    administrators: 2,
    administratorsWithoutSecondFactor: 0,
    idleAdministrators: 0,
    instructorsWithoutSecondFactor: 0,
    rolesWithSecondFactor: ['admin'],
    demonstration: 0,
    invitationsOfAdministrators: 0,
    invitationsOfManyInstructors: 0,
    oldSessions: 0,
    sessionsOfDisabled: 0,
  },
  backups: {
    schedule: 'on',
    installedSince: NOW - 100 * DAY_MS,
    newestGood: NOW - DAY_MS / 2,
    lastTrial: { at: NOW - 3 * DAY_MS, failed: false },
  },
}

type Part = 'files' | 'process' | 'database' | 'accounts' | 'backups'
const withPart = <P extends Part>(part: P, over: Partial<SecurityFacts[P]>): SecurityFacts => ({
  ...SOUND,
  [part]: { ...SOUND[part], ...over },
})
const found = (facts: SecurityFacts, is: 'weak' | 'note') =>
  checkSecurity(facts)
    .filter((each) => each.is === is)
    .map(({ subject }) => subject)

test('an installation as it is recommended has nothing weak and nothing to think about', () => {
  expect(checkSecurity(SOUND).filter(({ is }) => is !== 'good')).toEqual([])
})

describe('what is weak is named', () => {
  const database = (url: string) => withPart('database', { url })
  test.each<[string, SecurityFacts]>([
    ['Public address', { ...SOUND, publicAddress: 'http://steppe.example.org' }],
    ['Public address', { ...SOUND, publicAddress: null, host: null }],
    ['Trusted proxies', { ...SOUND, trustedProxies: '' }],
    ['Trusted proxies', { ...SOUND, trustedProxies: '127.0.0.1, 0.0.0.0/0' }],
    ['Trusted proxies', { ...SOUND, trustedProxies: '::/0' }],
    ['Key that signs the cookies', { ...SOUND, secret: { text: 'short', from: 'environment' } }],
    ['Key that signs the cookies', { ...SOUND, secret: { text: 'ab'.repeat(20), from: 'file' } }],
    ['File with the key', withPart('files', { secretFile: 0o100640 })],
    ['Data directory', withPart('files', { dataDirectory: 0o40777 })],
    ['Folder of the backups', withPart('files', { backupFolder: 0o40755 })],
    ['Room on the disk', withPart('files', { freeBytes: 4e8 })],
    ['Role of the web server in the database', withPart('database', { isSuperuser: true })],
    ['Role of the web server in the database', withPart('database', { ownsTables: true })],
    ['Role of the web server in the database', withPart('database', { mayRewrite: true })],
    ['Connection to the database', database('postgresql://a:a%20long%20secret@db.example/steppe')],
    [
      'Connection to the database',
      database('postgresql://a:a%20long%20secret@db.example/steppe?sslmode=no-verify'),
    ],
    ['Password of the database', database('postgresql://steppe:steppe@127.0.0.1/steppe')],
    ['Version of Postgres', { ...withPart('database', { serverVersion: 150002 }), now: 2e12 }],
    ['Clock', withPart('database', { clock: NOW - 6000 })],
    [
      'Second factor of administrators',
      withPart('accounts', { rolesWithSecondFactor: [], administratorsWithoutSecondFactor: 1 }),
    ],
    ['Number of administrators', withPart('accounts', { administrators: 0 })],
    ['Accounts of the demonstration', withPart('accounts', { demonstration: 3 })],
    ['Sign-in sessions', withPart('accounts', { sessionsOfDisabled: 1 })],
    ['Last good backup', withPart('backups', { newestGood: NOW - 3 * DAY_MS })],
    ['Last good backup', withPart('backups', { newestGood: null, lastTrial: null })],
    ['Last good backup', withPart('backups', { schedule: 'wrong' })],
    ['Last trial restore', withPart('backups', { lastTrial: null })],
    ['Last trial restore', withPart('backups', { lastTrial: { at: NOW, failed: true } })],
    [
      'Last trial restore',
      withPart('backups', { lastTrial: { at: NOW - 40 * DAY_MS, failed: false } }),
    ],
    ['Account of the system', withPart('process', { isRoot: true })],
    ['Version of Node.js', withPart('process', { nodeVersion: 'v20.19.5' })],
    ['Certificates of other machines', withPart('process', { trustsAnyCertificate: true })],
    ['Debugger', withPart('process', { nodeOptions: '--inspect=0.0.0.0:9229' })],
    ['Token of the figures', withPart('process', { metricsToken: 'secret' })],
    ['Mail server', withPart('process', { smtpUrl: 'smtp://mail.example.org:587' })],
    [
      'Mail server',
      withPart('process', { smtpUrl: 'smtps://mail.example.org?tls.rejectUnauthorized=false' }),
    ],
  ])('%s', (subject, facts) => {
    expect(found(facts, 'weak')).toContain(subject)
  })
})

describe('what may be right is only noted', () => {
  test.each<[string, SecurityFacts]>([
    ['The way around the proxy', { ...SOUND, host: null }],
    ['Second factor of administrators', withPart('accounts', { rolesWithSecondFactor: [] })],
    [
      'Second factor of administrators',
      withPart('accounts', { administratorsWithoutSecondFactor: 1 }),
    ],
    ['Number of administrators', withPart('accounts', { administrators: 1 })],
    ['Number of administrators', withPart('accounts', { administrators: 30 })],
    ['Idle administrators', withPart('accounts', { idleAdministrators: 1 })],
    ['Open invitations', withPart('accounts', { invitationsOfAdministrators: 1 })],
    ['Sign-in sessions', withPart('accounts', { oldSessions: 4 })],
    ['Last good backup', withPart('backups', { schedule: 'off', newestGood: null })],
    ['Place of the backups', withPart('files', { backupsOnSameDisk: true })],
    ['Log', withPart('process', { logLevel: 'silent' })],
  ])('%s', (subject, facts) => {
    expect(found(facts, 'note')).toContain(subject)
    expect(found(facts, 'weak')).not.toContain(subject)
  })
})

test('each subject is judged once, the weak ones first, and no secret is among the words', () => {
  const secrets = fc.stringMatching(/^[a-z]{9}SECRET[a-z]{9}$/)
  fc.assert(
    fc.property(
      secrets,
      fc.boolean(),
      fc.constantFrom('verify-full', 'disable'),
      (text, isRoot, mode) => {
        const url = `postgresql://steppe_app:${text}@db.example/steppe?sslmode=${mode}`
        const smtpUrl = `smtp://someone:${text}@mail.example.org`
        const judged = checkSecurity({
          ...SOUND,
          secret: { text, from: 'environment' },
          database: { ...SOUND.database, url },
          process: { ...SOUND.process, isRoot, smtpUrl, metricsToken: text },
        })
        expect(new Set(judged.map(({ subject }) => subject)).size).toBe(judged.length)
        const order = judged.map(({ is }) => ['weak', 'note', 'good'].indexOf(is))
        expect(order).toEqual([...order].sort())
        expect(JSON.stringify(judged)).not.toContain(text)
      },
    ),
  )
})

test.each([
  ['postgresql://steppe@localhost/steppe?host=/tmp/steppe', 'this machine'],
  ['postgresql://steppe@127.0.0.1:6432/steppe', 'this machine'],
  ['postgresql://steppe@db.example/steppe', 'plain'],
  ['postgresql://steppe@db.example/steppe?sslmode=disable', 'plain'],
  ['postgresql://steppe@db.example/steppe?sslmode=require', 'verified'],
  ['postgresql://steppe@db.example/steppe?sslmode=require&uselibpqcompat=true', 'unverified'],
  ['postgresql://steppe@db.example/steppe?sslmode=verify-full', 'verified'],
])('%s reaches the database over a connection that is “%s”', (url, transport) => {
  expect(databaseAddress(url).transport).toBe(transport)
})
