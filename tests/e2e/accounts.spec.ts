import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { Secret, TOTP } from 'otpauth'
import { type RunningApp, startApp } from '../support/app'
import { createUser, steppe } from '../support/command-line'
import { mailSink } from '../support/mail-sink'
import { signInAs } from '../support/people'
import { violationsOf } from '../support/violations'

// One story told in steps: each goes on where the one before stopped.
test.describe.configure({ mode: 'serial' })

const ADA = { email: 'ada@example.org', name: 'Ada Minster', role: 'admin' }
const KIM = { email: 'kim@example.org', name: 'Kim Ray', role: 'learner' }
const PASSWORD = 'a long enough one'
const FIRST_NEW = 'another long enough one'
const SECOND_NEW = 'yet another long one'

let app: RunningApp
let dataDir: string
let sink: Awaited<ReturnType<typeof mailSink>>
let ada: Page
let kim: Page

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000)
  dataDir = mkdtempSync(join(tmpdir(), 'steppe-e2e-'))
  sink = await mailSink()
  const env = {
    STEPPE_SMTP_URL: sink.url,
    STEPPE_MAIL_FROM: 'steppe@example.org',
    STEPPE_URL: 'http://steppe.example',
  }
  app = await startApp({ dataDir, env })
  await createUser(dataDir, { ...ADA, password: PASSWORD })
  await createUser(dataDir, { ...KIM, password: PASSWORD })
  ada = await freshPage(browser)
  kim = await freshPage(browser)
})
test.afterAll(async () => {
  await app.stop()
  await sink.close()
  rmSync(dataDir, { recursive: true, force: true })
})

const freshPage = async (browser: Browser): Promise<Page> => (await browser.newContext()).newPage()

/** What a page must keep to, wide and narrow. */
async function look(page: Page, name: string): Promise<void> {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 })
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect.soft(over, `${name} is wider than ${width} px`).toBeLessThanOrEqual(0)
    expect.soft(await violationsOf(page), name).toEqual([])
  }
  await page.setViewportSize({ width: 1280, height: 800 })
}

test('a roster is invited by mail: its link works, and whoever has an account accepts on Today', async ({
  browser,
}) => {
  const page = await freshPage(browser)
  await signInAs(page, app.url, ADA.email, PASSWORD)
  await expect(page).not.toHaveURL(/sign-in/)
  await page.goto(`${app.url}/cohorts`)
  await page.getByLabel('Name').fill('Autumn intake')
  await page.getByRole('button', { name: 'Create' }).press('Enter')
  // A first cohort comes with its link, on the same page.
  await page.getByRole('link', { name: 'Autumn intake' }).press('Enter')
  await expect(page).toHaveURL(/\/cohorts\/[\w-]{36}/)
  await page.goto(`${page.url().replace(/\/people.*/, '')}/people`)
  const roster = page.getByRole('textbox', { name: 'People' })
  await roster.fill(`Kim Ray,${KIM.email}\nLee Sand,lee@example.org`)
  await page.getByRole('button', { name: 'Check the lines' }).press('Enter')
  await page.getByRole('button', { name: 'Invite 2 people by e-mail' }).press('Enter')
  await expect(page.getByText('2 people invited')).toBeVisible()
  await look(page, 'people invited by e-mail')
  const env = {
    STEPPE_SMTP_URL: sink.url,
    STEPPE_MAIL_FROM: 'steppe@example.org',
    STEPPE_URL: 'http://steppe.example',
  }
  expect(await steppe(dataDir, ['remind'], '', env)).toContain('invitations by mail: 2 mailed')
  await page.reload()
  await expect(page.getByText(/^E-mail sent on/)).toHaveCount(2)
  const mail = sink.mails.find(({ to }) => to === 'lee@example.org')?.data ?? ''
  const path = mail.replaceAll('=\r\n', '').match(/http:\/\/steppe\.example(\/join\/[\w-]+)/)?.[1]
  await page.context().clearCookies()
  await page.goto(`${app.url}${path}`)
  await expect(page.getByText('invites you to join the cohort “Autumn intake”')).toBeVisible()

  await signInAs(page, app.url, KIM.email, PASSWORD)
  await expect(page).toHaveURL(/\/today/)
  await expect(page.getByText('Ada Minster invites you to the cohort')).toBeVisible()
  await look(page, 'an invitation on Today')
  await page.getByRole('button', { name: /^Accept/ }).press('Enter')
  await expect(page.getByText('Ada Minster invites you to the cohort')).toHaveCount(0)
  await page.context().close()
  sink.mails.length = 0
})

let link = ''

test('whoever forgot the password asks for a link, and the answer is the same for a stranger', async ({
  browser,
}) => {
  await signInAs(kim, app.url, KIM.email, PASSWORD)
  await expect(kim).toHaveURL(/\/today/)
  const page = await freshPage(browser)
  await page.goto(`${app.url}/sign-in`)
  await page.getByRole('link', { name: 'Forgot your password?' }).press('Enter')
  const ask = async (email: string) => {
    await page.getByLabel('E-mail address').fill(email)
    await page.keyboard.press('Enter')
    await expect(page.getByText(`the address ${email}, a link is on its way`)).toBeVisible()
  }
  await look(page, 'forgot-password')
  await ask('stranger@example.org')
  await ask(KIM.email)
  await expect.poll(() => sink.mails.length).toBe(1)
  const [mail] = sink.mails
  expect(mail?.to).toBe(KIM.email)
  const found = mail?.data.replace(/=\r\n/g, '').match(/http:\/\/steppe\.example(\/reset\/[\w-]+)/)
  link = app.url + (found?.[1] ?? '/no-link')
  await page.context().close()
})

test('the link sets a new password, signs in here and out everywhere else', async ({ browser }) => {
  const page = await freshPage(browser)
  await page.goto(link)
  await expect(page.getByLabel('E-mail address')).toHaveValue(KIM.email)
  await look(page, 'reset')
  await page.getByLabel('New password').fill('short')
  await page.keyboard.press('Enter')
  await page.getByLabel('New password').fill(FIRST_NEW)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/today/)
  await kim.goto(`${app.url}/today`)
  await expect(kim).toHaveURL(/\/sign-in/)
  await page.context().close()
})

test('the link opened a second time says that it was used', async ({ browser }) => {
  const page = await freshPage(browser)
  await page.goto(link)
  await expect(page.getByRole('heading', { name: 'This link is no longer valid' })).toBeVisible()
  await expect(page.getByLabel('New password')).toHaveCount(0)
  await look(page, 'reset-used')
  await page.context().close()
})

test('an administrator makes a link, which is shown once', async ({ browser }) => {
  await signInAs(kim, app.url, KIM.email, FIRST_NEW)
  await expect(kim).toHaveURL(/\/today/)
  await signInAs(ada, app.url, ADA.email, PASSWORD)
  await expect(ada).toHaveURL(/\/today/)
  await ada.goto(`${app.url}/admin`)
  await look(ada, 'admin')
  await ada.getByRole('link', { name: KIM.name }).press('Enter')
  await expect(ada.getByRole('heading', { name: KIM.name })).toBeVisible()
  await ada.getByRole('button', { name: 'Make a link for a new password' }).press('Enter')
  const made = await ada.getByLabel('Link to send').inputValue()
  await look(ada, 'account-link')
  await ada.reload()
  await expect(ada.getByLabel('Link to send')).toHaveCount(0)
  await expect(ada.getByText('There is a link that can be used until')).toBeVisible()

  const page = await freshPage(browser)
  await page.goto(app.url + new URL(made).pathname)
  await page.getByLabel('New password').fill(SECOND_NEW)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/today/)
  await page.context().close()
})

test('a disabled account is signed out at its next click, and enabled again it signs in', async () => {
  await signInAs(kim, app.url, KIM.email, SECOND_NEW)
  await expect(kim).toHaveURL(/\/today/)
  await ada.getByRole('button', { name: 'Disable this account' }).press('Enter')
  await expect(ada.getByRole('button', { name: 'Enable this account' })).toBeVisible()
  await expect(ada.getByText(`${ADA.name} disabled this account.`)).toBeVisible()
  await kim.goto(`${app.url}/course`)
  await expect(kim).toHaveURL(/\/sign-in/)
  await signInAs(kim, app.url, KIM.email, SECOND_NEW)
  await expect(kim.getByText('This account is disabled')).toBeVisible()
  await ada.goto(`${app.url}/admin`)
  await expect(ada.getByText('Disabled')).toBeVisible()
  await ada.getByRole('link', { name: KIM.name }).press('Enter')
  await expect(ada.getByRole('button', { name: 'Enable this account' })).toBeVisible()
  await look(ada, 'account-disabled')
  await ada.getByRole('button', { name: 'Enable this account' }).press('Enter')
  await expect(ada.getByRole('button', { name: 'Disable this account' })).toBeVisible()
  await signInAs(kim, app.url, KIM.email, SECOND_NEW)
  await expect(kim).toHaveURL(/\/today/)
})

test('name, address and role change without a new sign-in', async () => {
  await ada.getByLabel('Name', { exact: true }).fill('Kim Berg')
  await ada.getByLabel('E-mail address').fill('berg@example.org')
  await ada.getByLabel('Role', { exact: true }).selectOption({ label: 'Instructor' })
  await ada.getByRole('button', { name: 'Save' }).press('Enter')
  await expect(ada.getByText('The account is changed.')).toBeVisible()
  await expect(ada.getByRole('heading', { name: 'Kim Berg' })).toBeVisible()
  await kim.goto(`${app.url}/cohorts`)
  await expect(kim.getByRole('heading', { name: 'Cohorts' })).toBeVisible()
  await ada.getByLabel('E-mail address').fill(ADA.email)
  await ada.getByRole('button', { name: 'Save' }).press('Enter')
  await expect(ada.getByText('Another account has this address.')).toBeVisible()
})

test('the only administrator is told why this account can be neither disabled nor demoted', async () => {
  await ada.goto(`${app.url}/admin`)
  await ada.getByRole('link', { name: ADA.name }).press('Enter')
  const only = ada.getByText('You are the only administrator who can sign in')
  await expect(only.filter({ hasText: 'cannot be disabled' })).toBeVisible()
  await expect(only.filter({ hasText: 'cannot be deleted' })).toBeVisible()
  await expect(ada.getByRole('button', { name: /^(Disable|Delete) this account$/ })).toHaveCount(0)
  await ada.getByLabel('Role', { exact: true }).selectOption({ label: 'Analyst' })
  await ada.getByRole('button', { name: 'Save' }).press('Enter')
  await expect(ada.getByText('Make somebody else an administrator first.').first()).toBeVisible()
  await expect(ada.getByRole('link', { name: 'Admin', exact: true }).first()).toBeVisible()
})

test('somebody changes the own address with the password and signs in with the new one', async () => {
  await kim.goto(`${app.url}/settings`)
  await look(kim, 'settings')
  await kim.getByLabel('E-mail address').fill('kim.berg@example.org')
  await kim.getByLabel('Your password').fill(SECOND_NEW)
  await kim.getByRole('button', { name: 'Change address' }).press('Enter')
  await expect(kim.getByText('From now on you sign in with kim.berg@example.org.')).toBeVisible()
})

test('somebody signs out everywhere else', async ({ browser }) => {
  const page = await freshPage(browser)
  await signInAs(page, app.url, 'kim.berg@example.org', SECOND_NEW)
  await expect(page).toHaveURL(/\/cohorts/)
  await kim.goto(`${app.url}/settings`)
  await kim.getByRole('button', { name: 'End all other sign-in sessions' }).press('Enter')
  await expect(kim.getByText('You are signed in nowhere else.')).toBeVisible()
  await page.goto(`${app.url}/today`)
  await expect(page).toHaveURL(/\/sign-in/)
  await page.context().close()
})

/** Turns the second factor on with the key that the page shows, and keeps the recovery codes. */
async function setUpSecondFactor(page: Page): Promise<{ key: string; codes: readonly string[] }> {
  const shown = await page.getByText(/^[A-Z2-7]{4}( [A-Z2-7]{4})+$/).textContent()
  const key = (shown ?? '').replaceAll(' ', '')
  await page.getByRole('textbox', { name: 'Code' }).fill(codeOf(key))
  await page.keyboard.press('Enter')
  await expect(page.getByText('The second factor is on')).toBeVisible()
  return {
    key,
    codes: await page
      .locator('main li')
      .getByText(/^[a-z2-9-]{29}$/)
      .allTextContents(),
  }
}

/** `ahead`: of the next period, which the server takes too, because a code opens once. */
const codeOf = (key: string, ahead = 0): string =>
  new TOTP({ secret: Secret.fromBase32(key) }).generate({ timestamp: Date.now() + ahead * 30_000 })

test('somebody sets up a second factor, and signs in with its code and once with a recovery code', async ({
  browser,
}) => {
  await kim.goto(`${app.url}/settings/second-factor`)
  await kim.getByLabel('Current password').fill(SECOND_NEW)
  await kim.keyboard.press('Enter')
  const { key, codes } = await setUpSecondFactor(kim)
  expect(codes).toHaveLength(10)
  await look(kim, 'second factor')

  const page = await freshPage(browser)
  const enter = async (code: string) => {
    await page.context().clearCookies()
    await signInAs(page, app.url, 'kim.berg@example.org', SECOND_NEW)
    await expect(page).toHaveURL(/\/sign-in\/code/)
    await page.getByRole('textbox', { name: 'Code' }).fill(code)
    await page.keyboard.press('Enter')
  }
  await enter(codeOf(key, 1))
  await expect(page).toHaveURL(/\/cohorts/)
  await enter(codes[0] ?? '')
  await expect(page).toHaveURL(/\/cohorts/)
  await enter(codes[0] ?? '')
  await expect(page.getByText('This code is wrong, was used before, or is too old.')).toBeVisible()
  await look(page, 'code')
  await page.context().close()
})

test('whoever lost the second factor is helped by an administrator, and sets up another where their role needs one', async ({
  browser,
}) => {
  await ada.goto(`${app.url}/admin`)
  await ada.getByLabel('Instructor', { exact: true }).check()
  await ada.getByRole('button', { name: 'Save' }).press('Enter')
  await expect(ada.getByText('The rule is saved.')).toBeVisible()
  await ada.getByRole('link', { name: 'Kim Berg' }).click()
  await ada.getByRole('button', { name: 'Remove the second factor' }).press('Enter')
  await ada.getByRole('button', { name: 'Remove it' }).press('Enter')
  await expect(ada.getByRole('button', { name: 'Remove the second factor' })).toHaveCount(0)

  const page = await freshPage(browser)
  await signInAs(page, app.url, 'kim.berg@example.org', SECOND_NEW)
  await expect(page).toHaveURL(/\/sign-in\/second-factor/)
  await page.goto(`${app.url}/today`)
  await expect(page).toHaveURL(/\/sign-in/)
  await page.goto(`${app.url}/sign-in/second-factor`)
  await page.getByRole('button', { name: 'Show the key' }).press('Enter')
  await setUpSecondFactor(page)
  await look(page, 'second factor at the sign-in')
  await page.getByRole('link', { name: 'I have kept the codes' }).press('Enter')
  await expect(page).toHaveURL(/\/today/)
  await page.context().close()
})

test('the command line works beside the running server, and the only administrator gets in by it', async ({
  browser,
}) => {
  expect(await steppe(dataDir, ['user', 'list'])).toMatch(
    /kim\.berg@example\.org +instructor +active/,
  )
  await steppe(dataDir, ['user', 'password', '--email', ADA.email, '--password-stdin'], FIRST_NEW)
  await ada.goto(`${app.url}/admin`)
  await expect(ada).toHaveURL(/\/sign-in/)
  const page = await freshPage(browser)
  await signInAs(page, app.url, ADA.email, FIRST_NEW)
  await expect(page).toHaveURL(/\/today/)
  await page.context().close()
})

test('an administrator deletes an account after its address was typed, and the person is signed out', async () => {
  await signInAs(ada, app.url, ADA.email, FIRST_NEW)
  await expect(ada).toHaveURL(/\/today/)
  await ada.goto(`${app.url}/admin`)
  await ada.getByRole('link', { name: 'Kim Berg' }).press('Enter')
  await expect(ada.getByText('0 review events and 0 exam attempts stay in the log')).toBeVisible()
  await ada.getByLabel('Answers').selectOption('Delete the answers as well')
  await expect(ada.getByText('0 exam attempts are deleted for good')).toBeVisible()
  await look(ada, 'account-delete')
  const typed = ada.getByLabel('Type the address of the account to delete it')
  await typed.fill('kim@example.org')
  await ada.getByRole('button', { name: 'Delete this account' }).press('Enter')
  await expect(ada.getByText('This is not the address of the account')).toBeVisible()
  await expect(ada.getByText('0 exam attempts are deleted for good')).toBeVisible()
  await typed.fill(' Kim.Berg@example.org ')
  await ada.getByRole('button', { name: 'Delete this account' }).press('Enter')
  await expect(ada).toHaveURL(/\/admin$/)
  await expect(ada.getByText('Kim Berg')).toHaveCount(0)
  await kim.goto(`${app.url}/today`)
  await expect(kim).toHaveURL(/\/sign-in/)
  expect(await steppe(dataDir, ['log', 'check'])).toContain('0 differences')
})

test('the command line says what a deletion does, does it, and leaves a clean log', async () => {
  await createUser(dataDir, { ...KIM, password: PASSWORD })
  const remove = ['user', 'delete', '--email', KIM.email]
  expect(await steppe(dataDir, [...remove, '--dry-run'])).toContain('nothing was deleted')
  expect(await steppe(dataDir, ['user', 'list'])).toContain(KIM.email)
  expect(await steppe(dataDir, [...remove, '--erase'])).toContain('are deleted for good')
  expect(await steppe(dataDir, ['user', 'list'])).not.toContain(KIM.email)
  expect(await steppe(dataDir, ['log', 'check'])).toContain('0 differences')
  await expect(steppe(dataDir, remove)).rejects.toThrow('There is no account with the address')
})
