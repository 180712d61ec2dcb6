import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findLogin } from '@/lib/db/people/users'
import { verifyCredentials } from '@/lib/server/people/sessions'
import { setPasswordByLink } from '@/lib/server/people/use-password-link'
import { createUser, steppe } from '../support/command-line'
import { openScene } from '../support/scene'

const ADA = {
  email: 'ada@example.org',
  name: 'Ada Minster',
  role: 'admin',
  password: 'forgotten one',
}
const KIM = {
  email: 'kim@example.org',
  name: 'Kim Ray',
  role: 'learner',
  password: 'a long enough one',
}
const NEW = 'another long enough one'

let scene: { close: () => Promise<void> }
let dataDir: string
beforeAll(async () => {
  scene = await openScene()
  dataDir = mkdtempSync(join(tmpdir(), 'steppe-user-'))
  await createUser(dataDir, ADA)
  await createUser(dataDir, KIM)
}, 60_000)
afterAll(async () => {
  rmSync(dataDir, { recursive: true, force: true })
  await scene.close()
})

const user = (args: readonly string[], input = '') => steppe(dataDir, ['user', ...args], input)
const signsIn = (email: string, password: string) =>
  verifyCredentials({ email, password }).then(
    () => true,
    () => false,
  )

test('the last administrator who forgot the password gets in again', async () => {
  const said = await user(
    ['password', '--email', ' ADA@example.org', '--password-stdin'],
    `${NEW}\n`,
  )
  expect(said).toMatch(/password of ada@example.org is changed/)
  expect(said).not.toContain(NEW)
  expect(await signsIn(ADA.email, NEW)).toBe(true)
}, 60_000)

test('without a password a link is printed that sets one, once', async () => {
  const said = await user(['password', '--email', KIM.email])
  const [, code = ''] = said.match(/^\/reset\/(\S+) \(put the address/m) ?? []
  await setPasswordByLink({ code, password: NEW, now: Date.now() })
  expect(await signsIn(KIM.email, NEW)).toBe(true)
  process.env.STEPPE_URL = 'https://steppe.example/'
  try {
    const whole = await user(['password', '--email', KIM.email])
    expect(whole).toMatch(/^https:\/\/steppe\.example\/reset\/\S+$/m)
  } finally {
    delete process.env.STEPPE_URL
  }
}, 60_000)

test('an account is disabled, enabled, listed and changed', async () => {
  expect(await user(['disable', '--email', KIM.email])).toMatch(/is disabled and signed out/)
  expect(await user(['list'])).toBe(
    'ada@example.org  admin    active    Ada Minster\nkim@example.org  learner  disabled  Kim Ray\n',
  )
  await expect(user(['password', '--email', KIM.email])).rejects.toThrow(/disabled, so no link/)
  expect(await user(['enable', '--email', KIM.email])).toMatch(/is enabled/)
  const change = ['--name', 'Kim Berg', '--email-new', 'Berg@example.org', '--role', 'instructor']
  expect(await user(['change', '--email', KIM.email, ...change])).toBe(
    'Changed: Kim Berg, berg@example.org, instructor.\n',
  )
  expect((await findLogin('berg@example.org'))?.user).toMatchObject({ name: 'Kim Berg' })
}, 60_000)

test('what cannot be done is said in words, and nothing is changed', async () => {
  const fails = (args: readonly string[], words: RegExp, input = '') =>
    expect(user(args, input)).rejects.toThrow(words)
  await fails(
    ['disable', '--email', 'no@example.org'],
    /no account with the address no@example.org/,
  )
  await fails(['disable', '--email', ADA.email], /only administrator who can sign in/)
  await fails(['change', '--email', ADA.email, '--role', 'learner'], /only administrator/)
  await fails(['change', '--email', ADA.email, '--email-new', 'ada'], /not a valid e-mail address/)
  await fails(['password', '--email', ADA.email, '--password-stdin'], /Standard input was empty/)
  await expect(
    steppe(dataDir, ['user', 'password', '--email', ADA.email, '--password-stdin'], 'Soso123aljg', {
      INIT_CWD: dataDir,
    }),
    'from another folder',
  ).rejects.toThrow(/people guess first/)
  expect((await findLogin(ADA.email))?.user).toMatchObject({ role: 'admin', disabled: false })
  expect(await signsIn(ADA.email, NEW)).toBe(true)
}, 120_000)
