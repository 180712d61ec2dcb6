import { expect, type Locator, type Page, test } from '@playwright/test'
import { signInAs } from '../support/people'
import { type TemporaryApp, temporaryApp } from '../support/temporary-app'

const DEMO_PASSWORD = 'steppe-demo-2026'
const STEADY = 'amina.castell@demo.example'
const FELL_BEHIND = 'dov.marek@demo.example'

let app: TemporaryApp
let page: Page
test.beforeAll(async () => {
  test.setTimeout(180_000)
  app = await temporaryApp('demo', ['--learners', '4', '--days', '40'])
})
test.afterAll(() => app.remove())
test.beforeEach(async ({ browser }) => {
  page = await (await browser.newContext()).newPage()
})
test.afterEach(() => page.context().close())

async function comesIn(email: string): Promise<void> {
  await signInAs(page, app.url, email, DEMO_PASSWORD)
  await expect(page).toHaveURL(/\/today/)
}

/** Cells of a column (0 the first after the row's name), as numbers. */
async function column(table: Locator, index: number): Promise<number[]> {
  const rows = await table.locator('tbody tr').all()
  return Promise.all(
    rows.map(async (row) => Number((await row.locator('td').nth(index).textContent()) ?? '')),
  )
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)
const numberIn = (text: string | null): number => Number(text?.match(/\d+/)?.[0] ?? Number.NaN)

test('overdue reviews are spread over days by a plan, which can be stopped', async () => {
  await comesIn(FELL_BEHIND)
  await expect(page.getByRole('heading', { name: 'You have overdue reviews' })).toBeVisible()
  const plans = page.getByLabel('Spread over')
  const options = await plans.locator('option').allTextContents()
  const perDay = options.map((text) => Number(text.match(/about (\d+) a day/)?.[1]))
  expect(perDay).toEqual(perDay.toSorted((a, b) => b - a))
  await plans.selectOption('5')
  await page.getByRole('button', { name: 'Use this plan' }).press('Enter')
  await expect(page.getByRole('heading', { name: 'Catching up' })).toBeVisible()
  await expect(page.getByText(/caught up in 5 days/)).toBeVisible()
  await page.goto(`${app.url}/review`)
  await expect(page.getByText(/\d+ left: .* 0 new/)).toBeVisible()
  await page.goto(`${app.url}/today`)
  await page.getByRole('button', { name: 'Stop the plan' }).press('Enter')
  await expect(page.getByRole('heading', { name: 'You have overdue reviews' })).toBeVisible()
})

test('progress: the figures agree with the tables below them', async () => {
  await comesIn(STEADY)
  await page.goto(`${app.url}/progress`)
  const topics = page.getByRole('table', { name: 'Knowledge by topic' })
  const known = await topics.locator('tbody tr').evaluateAll((rows) =>
    rows.map((row) => {
      const cell = row.querySelector('td')?.textContent ?? ''
      const [, part, whole] = cell.match(/(\d+) of (\d+)/) ?? []
      return { part: Number(part), whole: Number(whole) }
    }),
  )
  const said = (await page.getByText(/^about \d+ of \d+$/).textContent()) ?? ''
  const [, knownSaid, totalSaid] = said.match(/(\d+) of (\d+)/) ?? []
  expect(Number(totalSaid)).toBe(sum(known.map(({ whole }) => whole)))
  // Each topic is rounded by itself.
  const rounding = known.length / 2
  const off = Math.abs(Number(knownSaid) - sum(known.map(({ part }) => part)))
  expect(off).toBeLessThanOrEqual(rounding)
  const seen = sum(await column(topics, 1))
  expect(seen).toBeGreaterThanOrEqual(Number(knownSaid))
})

test('several topics are crammed at once, no more questions than asked for', async () => {
  await comesIn(STEADY)
  await page.goto(`${app.url}/progress`)
  await page.getByRole('link', { name: 'Cram several topics' }).press('Enter')
  const topics = page.getByRole('checkbox')
  const names = await page.locator('form label').allTextContents()
  await topics.nth(0).press('Space')
  await topics.nth(1).press('Space')
  await page.getByLabel('Number of questions (maximum)').fill('7')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/mode=cram.*scope=.*scope=/)
  await expect(page.getByText('your schedule does not change')).toBeVisible()
  expect(numberIn(await page.getByText(/^\d+ left$/).textContent())).toBe(7)
  const topic = await page
    .locator('main p')
    .filter({ hasText: names[0] ?? '' })
    .count()
  const other = await page
    .locator('main p')
    .filter({ hasText: names[1] ?? '' })
    .count()
  expect(topic + other).toBeGreaterThan(0)
})
