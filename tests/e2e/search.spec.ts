import { expect, type Page, test } from '@playwright/test'
import { createUser } from '../support/command-line'
import { signInAs } from '../support/people'
import { type TemporaryApp, temporaryApp } from '../support/temporary-app'
import { violationsOf } from '../support/violations'

const PERSON = { email: 'ada@example.org', password: 'a long enough one' }

let app: TemporaryApp
let page: Page
test.describe.configure({ mode: 'serial' })
test.beforeAll(async ({ browser }) => {
  app = await temporaryApp()
  await createUser(app.dataDir, { ...PERSON, name: 'Ada', role: 'learner' })
  page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage()
  await signInAs(page, app.url, PERSON.email, PERSON.password)
  await expect(page).toHaveURL(/\/today/)
})
test.afterAll(() => app.remove())

const box = () => page.getByPlaceholder('Search lessons, facts and questions')

async function openPalette(): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('Control+k')
    await expect(box()).toBeFocused({ timeout: 2_000 })
  }).toPass()
}

test('Ctrl-K finds a lesson, a fact and a question by words, and Enter goes there', async () => {
  await page.goto(`${app.url}/course`)
  await openPalette()
  await page.keyboard.type('andijan uzbekistan')
  for (const heading of ['Lessons', 'Facts', 'Questions']) {
    await expect(page.getByRole('dialog').getByText(heading, { exact: true })).toBeVisible()
  }
  expect(await violationsOf(page, '[role=dialog]')).toEqual([])
  const first = page.getByRole('option', { selected: true })
  await expect(first).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/(lessons|facts|questions)\/[a-z0-9-]+$/)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})

test('Escape closes the search and gives the focus back; it says when nothing is found', async () => {
  await page.goto(`${app.url}/course`)
  await openPalette()
  await page.keyboard.type('zzqqxx')
  await expect(page.getByText('No results.')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(box()).toHaveCount(0)
})

test('a search result leads from a question to its answer, its fact and the paragraph', async () => {
  await page.goto(`${app.url}/search?q=Khanabad`)
  await page.getByRole('region', { name: 'Questions' }).getByRole('link').first().click()
  await expect(page).toHaveURL(/\/questions\//)
  await page.getByText('Show answer').click()
  const fact = page.locator('details a[href^="/facts/"]').first()
  const statement = (await fact.textContent()) ?? ''
  await fact.click()
  await expect(page.getByRole('heading', { level: 1, name: statement })).toBeVisible()
  await page.locator('main a[href^="/sources/"][href*="#p"]').first().click()
  await expect(page.locator('li:target')).toBeInViewport()
})

test('the search page works without JavaScript and takes whatever is typed', async ({
  browser,
}) => {
  const state = await page.context().storageState()
  const context = await browser.newContext({ javaScriptEnabled: false, storageState: state })
  const plain = await context.newPage()
  await plain.goto(`${app.url}/today`)
  await plain.getByRole('link', { name: 'Search' }).click()
  await plain.getByRole('searchbox').fill('Atasu')
  await plain.getByRole('button', { name: 'Search' }).click()
  await expect(plain.getByRole('region', { name: 'Facts' })).toBeVisible()
  for (const query of ['', '%00', '<script>', 'a'.repeat(3000), '*', '\\', '"']) {
    const response = await plain.goto(`${app.url}/search?q=${encodeURIComponent(query)}&q=twice`)
    expect(response?.status()).toBe(200)
  }
  await context.close()
})

test('an unknown question is a 404 that leads to the search', async () => {
  const response = await page.goto(`${app.url}/questions/no-such-question`)
  expect(response?.status()).toBe(404)
  await page.getByRole('link', { name: 'Search the course' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Search' })).toBeVisible()
})

test('nobody signed in finds anything', async () => {
  expect((await fetch(`${app.url}/api/search?q=nato`)).status).toBe(401)
  const response = await fetch(`${app.url}/search?q=nato`, { redirect: 'manual' })
  expect(response.headers.get('location')).toContain('/sign-in')
})
