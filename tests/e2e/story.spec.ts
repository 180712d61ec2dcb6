import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { type RunningApp, startApp } from '../support/app'
import { steppe } from '../support/command-line'
import { makeAccount, signInAs, signOut } from '../support/people'
import { type TemporaryApp, temporaryApp } from '../support/temporary-app'

// One story told in steps: each goes on where the one before stopped.
test.describe.configure({ mode: 'serial' })

const LESSON = '/lessons/shanghai-five-to-sco'

let home: TemporaryApp
let app: RunningApp
let people: Record<'admin' | 'instructor' | 'analyst', { context: BrowserContext; page: Page }>
let invitation = ''

test.beforeAll(async ({ browser }) => {
  home = await temporaryApp()
  app = home
  const person = async () => {
    const context = await browser.newContext({ timezoneId: 'Asia/Kathmandu' })
    return { context, page: await context.newPage() }
  }
  people = { admin: await person(), instructor: await person(), analyst: await person() }
})
test.afterAll(async () => {
  if (app !== home) await app.stop()
  await home.remove()
})

test('the set-up link makes the first administrator and works once', async () => {
  const { page } = people.admin
  const setupUrl = app.setupUrl ?? ''
  await page.goto(setupUrl)
  await makeAccount(page, 'Ada Minster', 'ada@example.org')
  await expect(page).toHaveURL(/\/admin/)
  await people.analyst.page.goto(setupUrl)
  await expect(people.analyst.page.getByLabel('Password')).toHaveCount(0)
})

test('the administrator invites an instructor, who makes a cohort and invites an analyst', async () => {
  const { page } = people.admin
  await page.getByLabel('Role').selectOption({ label: 'Instructor' })
  await page.getByRole('button', { name: 'Create a link' }).click()
  const link = await page.getByLabel('Link to send').inputValue()

  const instructor = people.instructor.page
  await instructor.goto(link)
  await makeAccount(instructor, 'Ivo Stern', 'ivo@example.org')
  await expect(instructor).toHaveURL(/\/cohorts/)
  await instructor.getByLabel('Name').fill('Autumn intake')
  await instructor.keyboard.press('Enter')
  await expect(instructor.getByRole('heading', { name: 'Autumn intake' })).toBeVisible()
  await instructor.getByRole('link', { name: 'Invite analysts' }).click()
  await instructor.getByRole('button', { name: 'Create a link' }).click()
  invitation = await instructor.getByLabel('Link to send').inputValue()
})

test('the analyst joins by the link, which says whose cohort it is', async () => {
  const { page } = people.analyst
  await page.goto(invitation)
  await expect(page.getByRole('heading', { name: 'Join Autumn intake' })).toBeVisible()
  await expect(page.getByText('Ivo Stern')).toBeVisible()
  await makeAccount(page, 'Noor Vega', 'noor@example.org')
  await expect(page).toHaveURL(/\/course/)
})

test('a lesson is read, a prompt answered by keyboard, and finishing it unlocks its questions', async () => {
  const { page } = people.analyst
  await page.goto(app.url + LESSON)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator('figure svg').first()).toBeVisible()
  const prompt = page.getByRole('region', { name: 'Recall prompt 1' }).first()
  await expect(prompt.locator('form:not([inert] *)')).toBeVisible()
  await tabTo(page, /Show answer|I don’t know/)
  await page.keyboard.press('Enter')
  await expect(prompt.locator('a[href^="/sources/"]').first()).toBeVisible()
  await tabTo(page, /Good/)
  await page.keyboard.press('Enter')
  await expect(prompt.getByText('Saved')).toBeVisible()
  await tabTo(page, /Finish lesson/)
  await page.keyboard.press('Enter')
  await expect(page.getByText(/questions? (are|is) now in your reviews/)).toBeVisible()
})

test('ten reviews are done by keyboard alone, and each shows the source of its answer', async () => {
  const { page } = people.analyst
  await page.goto(`${app.url}/today`)
  await expect(page.getByRole('link', { name: /^(Start|Continue)/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/review/)
  for (let i = 0; i < 10; i += 1) {
    await expect(page.locator('[data-prompt]')).toBeVisible()
    await answerByKeyboard(page)
    await expect(page.locator('a[href^="/sources/"]').first()).toBeVisible()
    await page.keyboard.press(i % 3 === 0 ? '1' : '3')
    await expect(page.getByRole('button', { name: /Good/ })).toHaveCount(0)
  }
})

test('u undoes the last answer, on the page and in the log', async () => {
  const { page } = people.analyst
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  const before = await events()
  await page.keyboard.press('u')
  await expect(page.locator('[data-prompt]')).toBeVisible()
  await expect.poll(events).toBe(before + 1)
})

test('a reload and a restart of the server lose nothing', async () => {
  const { page } = people.analyst
  const before = await events()
  await page.reload()
  await expect(page.locator('[data-prompt]')).toBeVisible()
  const port = Number(new URL(app.url).port)
  expect(await app.stop()).toBe(0)
  app = await startApp({ dataDir: home.dataDir, port })
  expect(app.setupUrl).toBeNull()
  expect(await events()).toBe(before)
  await page.goto(`${app.url}/progress`)
  await expect(page.getByRole('table').first()).toBeVisible()
  expect(await steppe(home.dataDir, ['log', 'check'])).toContain(' 0 differences')
})

test('the instructor sees the analyst’s day; the analyst gets no such page', async () => {
  const { page } = people.instructor
  await page.goto(`${app.url}/cohorts`)
  await page.getByRole('link', { name: 'Autumn intake' }).click()
  await page.getByRole('link', { name: 'People' }).click()
  const row = page.getByRole('row').filter({ hasText: 'Noor Vega' })
  await expect(row).toContainText('1')
  await expect(row).toContainText(/today/i)
  const response = await people.analyst.page.goto(page.url())
  expect(response?.status()).toBe(404)
})

test('signing out ends the session at once, also for a copied cookie', async ({ browser }) => {
  const { context, page } = people.analyst
  const thief = await browser.newContext({ storageState: await context.storageState() })
  const stolen = await thief.newPage()
  await stolen.goto(`${app.url}/today`)
  await expect(stolen).toHaveURL(/\/today/)
  await signOut(page, app.url)
  await stolen.reload()
  await expect(stolen).toHaveURL(/\/sign-in/)
  expect((await thief.request.get(`${app.url}/api/session`)).status()).toBe(401)
  await thief.close()
})

test('a wrong password is refused without saying whether the address exists, and the right one works', async () => {
  const { page } = people.analyst
  const alert = page.getByRole('alert').filter({ hasText: /\w/ })
  await signInAs(page, app.url, 'noor@example.org', 'not the password')
  const said = await alert.first().textContent()
  await signInAs(page, app.url, 'nobody@example.org', 'not the password')
  await expect(alert.first()).toHaveText(said ?? '')
  await expect(page.getByLabel('E-mail address')).toHaveValue('nobody@example.org')
  await signInAs(page, app.url, 'noor@example.org')
  await expect(page).toHaveURL(/\/today|\/course/)
})

/** Answers with the first option where there are any, else says "I don't know", by keys alone. */
async function answerByKeyboard(page: Page): Promise<void> {
  if ((await page.getByRole('radio').count()) > 0) await page.keyboard.press('a')
  else await tabTo(page, /Show answer|I don’t know/)
  await page.keyboard.press('Enter')
}

/** Presses Tab until the focus is on a control of that name. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const seen: string[] = []
  for (let i = 0; i < 200; i += 1) {
    await page.keyboard.press('Tab')
    const text = await page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')
    if (name.test(text)) return
    seen.push(text.slice(0, 30))
  }
  throw new Error(`Tab never came to ${name}; it came by ${[...new Set(seen)].join(' | ')}`)
}

/** Events in the log. */
async function events(): Promise<number> {
  const said = await steppe(home.dataDir, ['log', 'check'])
  return Number(said.match(/(\d+) events/)?.[1])
}
