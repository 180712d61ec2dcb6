import { expect, type Locator, type Page, test } from '@playwright/test'
import { createUser } from '../support/command-line'
import { signInAs } from '../support/people'
import { type TemporaryApp, temporaryApp } from '../support/temporary-app'

const DEMO_PASSWORD = 'steppe-demo-2026'
const STEADY = 'amina.castell@demo.example'
const INSTRUCTOR = 'instructor@demo.example'
const SECOND = 'second@demo.example'
const QUESTION = 'afg-article-miscited'
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
  const said =
    (await page
      .locator('dl')
      .getByText(/^\d+ of \d+$/)
      .first()
      .textContent()) ?? ''
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

test('without JavaScript, questions are filtered and suspended in bulk, with numbers first and Undo', async ({
  browser,
}) => {
  await comesIn(STEADY)
  const plain = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  })
  const tab = await plain.newPage()
  await tab.goto(`${app.url}/questions`)
  await tab.getByLabel('State', { exact: true }).selectOption('review')
  await tab.getByRole('button', { name: 'Show' }).press('Enter')
  await expect(tab).toHaveURL(/state=review/)
  const found = numberIn(await tab.getByText(/^\d+ questions found/).textContent())
  const suspended = async () => {
    const other = await plain.newPage()
    await other.goto(`${app.url}/questions?state=suspended`)
    const n = numberIn(await other.getByText(/^\d+ questions? found/).textContent())
    await other.close()
    return n
  }
  const before = await suspended()
  await tab.getByLabel('With', { exact: true }).selectOption('all')
  await tab.getByLabel('Do', { exact: true }).selectOption('suspend')
  await tab.getByRole('button', { name: 'Go on' }).press('Enter')
  await expect(tab.getByText(`${found} questions would change.`)).toBeVisible()
  expect(await suspended()).toBe(before)
  await tab.getByRole('button', { name: `Suspend ${found} questions` }).press('Enter')
  await expect(tab.getByText(`${found} questions are suspended.`)).toBeVisible()
  expect(await suspended()).toBe(before + found)
  await tab.getByRole('button', { name: 'Undo' }).press('Enter')
  await expect(tab.getByText(`Undone: ${found} questions are as before.`)).toBeVisible()
  expect(await suspended()).toBe(before)
  await plain.close()
})

test('custom study says what it does to the schedule, and raises the limits of today alone', async () => {
  await comesIn(STEADY)
  await page.goto(`${app.url}/custom-study`)
  await expect(page.getByText('These answers count.').first()).toBeVisible()
  await expect(page.getByText('These answers change nothing.')).toBeVisible()
  await page.getByLabel('More reviews today').fill('5')
  await page.getByRole('button', { name: 'Raise today’s limits' }).press('Enter')
  await expect(page.getByText('Tomorrow your usual limits hold again.')).toBeVisible()
  await page.getByRole('button', { name: 'Study ahead' }).press('Enter')
  await expect(page).toHaveURL(/scope=ahead/)
  await expect(page.getByText(/\d+ left: .* 0 new/)).toBeVisible()
})

test('an instructor changes what a question means by its form, a second one publishes it, and a learner is told', async () => {
  const second = {
    email: SECOND,
    name: 'Ada Lund',
    role: 'instructor',
    password: DEMO_PASSWORD,
  } as const
  await createUser(app.dataDir, second)
  await signInAs(page, app.url, INSTRUCTOR, DEMO_PASSWORD)
  await expect(page).toHaveURL(/\/cohorts/)
  await page.goto(`${app.url}/questions/${QUESTION}`)
  await page.getByRole('link', { name: 'Edit this question' }).press('Enter')
  await page.getByLabel('What it is about').fill('The treaty')
  await page.getByRole('button', { name: 'Start a draft' }).press('Enter')
  await expect(page.getByText('The course has no faults with it.')).toBeVisible()
  // A fault stands at its field while somebody types, and goes when it is corrected.
  const answer = page.getByLabel('Answer', { exact: true })
  await answer.fill('')
  await expect(answer).toHaveAttribute('aria-invalid', 'true')
  await answer.fill('Something else altogether')
  await page.getByLabel('How much the change matters').selectOption('meaning')
  await page.getByLabel('Reason', { exact: true }).first().fill('The document says so.')
  await expect(page.getByText('The course has no faults with it.')).toBeVisible()
  await expect(page.locator('[data-answer]')).toContainText('Something else altogether')
  await page.getByRole('button', { name: 'Save in the draft' }).press('Enter')
  await page.getByRole('button', { name: 'Ask for review' }).press('Enter')
  await expect(
    page.getByText('Somebody else than its author has to publish a draft.'),
  ).toBeVisible()
  const draft = page.url()

  await page.context().clearCookies()
  await signInAs(page, app.url, SECOND, DEMO_PASSWORD)
  await expect(page).toHaveURL(/\/cohorts/)
  await page.goto(draft)
  await expect(page.locator('ins').first()).toContainText('Something else altogether')
  await page.getByRole('button', { name: 'Approve and publish' }).press('Enter')
  await expect(page.getByText(/published as version 2/)).toBeVisible()

  await page.context().clearCookies()
  await comesIn(STEADY)
  await page.goto(`${app.url}/questions/${QUESTION}`)
  await page.getByText('Show answer').press('Enter')
  await expect(page.getByText('Something else altogether')).toBeVisible()
  await page.getByText('Show what was changed').press('Enter')
  await expect(page.getByText('The document says so.')).toBeVisible()
})
