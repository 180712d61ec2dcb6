import { expect, type Page, test } from '@playwright/test'
import { createUser } from '../support/command-line'
import { signInAs } from '../support/people'
import { type TemporaryApp, temporaryApp } from '../support/temporary-app'

const PERSON = { email: 'rui@example.org', password: 'a long enough one' }

let app: TemporaryApp
let page: Page
test.describe.configure({ mode: 'serial' })
test.beforeAll(async ({ browser }) => {
  app = await temporaryApp()
  await createUser(app.dataDir, { ...PERSON, name: 'Rui', role: 'learner' })
  page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage()
  await signInAs(page, app.url, PERSON.email, PERSON.password)
  await expect(page).toHaveURL(/\/today/)
})
test.afterAll(() => app.remove())

const words = () => page.getByRole('region', { name: 'Facts by year' })
const line = () => page.getByRole('region', { name: 'Timeline chart' })
const shown = async () =>
  Number((await page.getByText(/: \d+ of \d+ facts/).textContent())?.match(/: (\d+) of/)?.[1])

test('zoomed to 2005 and 2006 it shows that Peace Mission and not 2012’s', async () => {
  await page.goto(`${app.url}/timeline?from=2005&to=2006`)
  await expect(
    words()
      .getByText(/held Peace Mission 2005/)
      .first(),
  ).toBeVisible()
  await expect(words().getByText(/Peace Mission (of )?2012|the exercise of June 2012/)).toHaveCount(
    0,
  )
  await expect(line().getByText('Peace Mission 2005', { exact: true })).toBeVisible()
})

test('zoom, moves and years are links, and keys press them', async () => {
  await page.goto(`${app.url}/timeline?from=2004&to=2007`)
  await page.getByRole('link', { name: 'Zoom in', exact: true }).click()
  await expect(page).toHaveURL(/from=2005&to=2006/)
  await page.getByRole('link', { name: 'Later', exact: true }).click()
  await expect(page).toHaveURL(/from=2006&to=2007/)
  await expect(page.getByText('2006–2007:')).toBeVisible()
  await page.getByRole('link', { name: 'Zoom in', exact: true }).press('-')
  await expect(page).toHaveURL(/from=2005&to=2008/)
  await line().getByRole('link', { name: '2006', exact: true }).click()
  await expect(page).toHaveURL(/from=2006&to=2006/)
})

test('topic and source narrow what is shown', async () => {
  await page.goto(`${app.url}/timeline`)
  const all = await shown()
  await page.getByLabel('Topic').selectOption({ label: 'Military exercises' })
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page).toHaveURL(/topic=exercises/)
  const ofTopic = await shown()
  expect(ofTopic).toBeLessThan(all)
  await page.getByLabel('Source').selectOption('energy-china-central-asia')
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(page).toHaveURL(/source=energy-china-central-asia/)
  expect(await shown()).toBeLessThan(ofTopic)
  await page.getByRole('link', { name: 'Clear filters' }).click()
  await expect(page).not.toHaveURL(/topic=/)
})

test('a mark opens its fact, and the fact’s citation its paragraph', async () => {
  await page.goto(`${app.url}/timeline?from=2012&to=2012&topic=membership`)
  await line()
    .getByRole('link', { name: /^June 2012: / })
    .first()
    .click()
  await expect(page).toHaveURL(/\/facts\//)
  await page.locator('main a[href*="#p"]').first().click()
  await expect(page.locator('li:target')).toBeInViewport()
})

test('several marks at one place open their list by keyboard', async () => {
  await page.goto(`${app.url}/timeline?from=2005&to=2006`)
  const mark = line()
    .getByRole('button', { name: /facts from .*: Exercises$/ })
    .first()
  await mark.focus()
  await page.keyboard.press('Enter')
  const fact = page.locator('[popover]:popover-open a').first()
  await expect(fact).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(fact).toBeHidden()
  await page.keyboard.press('Enter')
  await fact.click()
  await expect(page).toHaveURL(/\/facts\//)
})

test('a forecast is labelled as a forecast, and has a lane of its own', async () => {
  await page.goto(`${app.url}/timeline?from=2013&to=2013`)
  await expect(line().getByRole('heading', { name: 'Forecasts and plans' }).first()).toBeVisible()
  await words().getByText('Forecast', { exact: true }).first().waitFor()
  await words()
    .locator('li')
    .filter({ has: page.getByText('Forecast', { exact: true }) })
    .first()
    .locator('a[href^="/facts/"]')
    .click()
  await expect(
    page.getByText('This is a forecast: it says what the document expects'),
  ).toBeVisible()
})

test('an address outside the timeline is a 404 that says what is possible', async () => {
  for (const [query, said] of [
    ['from=1800', '1800'],
    ['from=2012&to=2007', 'is after the last'],
    ['topic=cooking', 'cooking'],
    ['source=the-web', 'the-web'],
    ['from=2005&from=2006', 'more than once'],
    [`topic=${'x'.repeat(2000)}`, 'xxx'],
  ]) {
    const response = await page.goto(`${app.url}/timeline?${query}`)
    expect(response?.status()).toBe(404)
    await expect(page.getByText(said ?? '').first()).toBeVisible()
  }
  await page.getByRole('link', { name: 'Military exercises' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Timeline' })).toBeVisible()
})

test('an unknown fact or lesson is a 404 with links to other pages', async () => {
  const fact = await page.goto(`${app.url}/facts/no-such-fact`)
  expect(fact?.status()).toBe(404)
  await expect(page.getByRole('link', { name: 'Search the course' })).toBeVisible()
  const lesson = await page.goto(`${app.url}/lessons/no-such-lesson`)
  expect(lesson?.status()).toBe(404)
  await expect(page.getByRole('main').getByRole('link').first()).toBeVisible()
})

test('works without JavaScript', async ({ browser }) => {
  const state = await page.context().storageState()
  const context = await browser.newContext({ javaScriptEnabled: false, storageState: state })
  const plain = await context.newPage()
  await plain.goto(`${app.url}/timeline?from=2004&to=2007`)
  await plain.getByRole('link', { name: 'Zoom in', exact: true }).click()
  await expect(plain).toHaveURL(/from=2005&to=2006/)
  await plain.getByLabel('Topic').selectOption('exercises')
  await plain.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(plain).toHaveURL(/from=2005&to=2006&topic=exercises/)
  await context.close()
})
