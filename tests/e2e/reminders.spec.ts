import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { steppe } from '../support/command-line'
import { signInAs } from '../support/people'
import { type TemporaryApp, temporaryApp } from '../support/temporary-app'

const DEMO_PASSWORD = 'steppe-demo-2026'
const LEARNER = 'amina.castell@demo.example'
const INSTRUCTOR = 'instructor@demo.example'

let app: TemporaryApp
let page: Page
test.beforeAll(async () => {
  test.setTimeout(180_000)
  app = await temporaryApp('demo', ['--learners', '3', '--days', '12'])
})
test.afterAll(() => app.remove())
test.beforeEach(async ({ browser }) => {
  page = await (await browser.newContext()).newPage()
})
test.afterEach(() => page.context().close())

test('the digest is switched on and stays on', async () => {
  await signInAs(page, app.url, LEARNER, DEMO_PASSWORD)
  await expect(page).toHaveURL(/\/today/)
  await page.goto(`${app.url}/settings/reminders`)
  const digest = page.getByLabel('Daily digest')
  await expect(digest).not.toBeChecked()
  await expect(page.getByLabel('Weekly summary of your cohorts')).toHaveCount(0)
  await digest.press('Space')
  await page.getByRole('button', { name: 'Save' }).press('Enter')
  await expect(page.getByText('Your reminders are saved.')).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('Daily digest')).toBeChecked()
})

test('a calendar link is shown once, opens without a sign-in, and stops working when switched off', async () => {
  await signInAs(page, app.url, LEARNER, DEMO_PASSWORD)
  await expect(page).toHaveURL(/\/today/)
  await page.goto(`${app.url}/settings/reminders`)
  await page.getByRole('button', { name: 'Create a calendar link' }).press('Enter')
  const link = await page.getByLabel('Address of your calendar').inputValue()
  const feed = await fetch(link)
  expect(feed.status).toBe(200)
  expect(await feed.text()).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*SUMMARY:\d+ reviews?\\, about/)
  await page.reload()
  await expect(page.getByLabel('Address of your calendar')).toHaveCount(0)
  await page.getByRole('button', { name: 'Turn off calendar' }).press('Enter')
  await page.getByRole('button', { name: 'Turn it off' }).press('Enter')
  await expect(page.getByRole('button', { name: 'Create a calendar link' })).toBeVisible()
  expect((await fetch(link)).status).toBe(404)
})

test('an instructor finds the weekly summary under the bell, and exports a table', async () => {
  // From Thursday to Sunday there is none to be found.
  const said = await steppe(app.dataDir, ['remind'])
  await signInAs(page, app.url, INSTRUCTOR, DEMO_PASSWORD)
  await expect(page).not.toHaveURL(/sign-in/)
  if (said.includes('weekly summaries')) {
    await page.getByRole('link', { name: '1 new notification' }).press('Enter')
    await expect(page.getByRole('heading', { name: /Your cohort last week/ })).toBeVisible()
    await page.getByRole('button', { name: 'Mark all as read' }).press('Enter')
    await expect(page.getByText('No new notifications.')).toBeVisible()
    await expect(page.getByRole('link', { name: /new notification/ })).toHaveCount(0)
  }
  await page.goto(`${app.url}/cohorts`)
  await page.getByRole('link', { name: 'Autumn intake' }).click()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download CSV of readiness' }).click(),
  ])
  expect(file.suggestedFilename()).toMatch(/^autumn-intake-\d{4}-\d\d-\d\d-readiness\.csv$/)
  expect(readFileSync(await file.path(), 'utf8')).toMatch(/^\uFEFF"Analyst","Topic","On",/)
  const cohort = new URL(page.url()).pathname
  const status = async (path: string) => (await page.request.get(app.url + path)).status()
  expect(await status(`${cohort}/export/xapi.json`)).toBe(200)
  expect(await status(`${cohort}/export/revlog.csv`)).toBe(200)
  expect(await status(`${cohort}/export/nothing.csv`)).toBe(404)
  expect((await fetch(`${app.url}${cohort}/export/people.csv`)).status).toBe(401)
})
