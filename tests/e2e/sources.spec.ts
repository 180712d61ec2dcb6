import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { type RunningApp, startApp } from '../support/app'
import { createUser } from '../support/command-line'
import { signInAs } from '../support/people'
import { violationsOf } from '../support/violations'

// The copy of the documents comes, breaks and is mended while the program runs.
test.describe.configure({ mode: 'serial' })

const EMAIL = 'kim@example.org'
const PASSWORD = 'a long enough one'
const LESSON = '/lessons/shanghai-five-to-sco'
const SOURCE = '/sources/janes-fissures'
const OWN_WORDS = 'Invented words in the place of the fifteenth paragraph.'

const home = mkdtempSync(join(tmpdir(), 'steppe-e2e-'))
const documents = join(home, 'documents')
const dataDir = join(home, 'data')

let app: RunningApp
let context: BrowserContext
let page: Page
test.beforeAll(async ({ browser }) => {
  mkdirSync(documents)
  app = await startApp({ dataDir, env: { STEPPE_SOURCES_DIR: documents } })
  await createUser(dataDir, { email: EMAIL, password: PASSWORD, name: 'Kim', role: 'learner' })
  context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  page = await context.newPage()
  await signInAs(page, app.url, EMAIL, PASSWORD)
  await expect(page).toHaveURL(/\/today/)
})
test.afterAll(async () => {
  await context.close()
  await app.stop()
  rmSync(home, { recursive: true, force: true })
})

const copyHolds = (text: string) => writeFileSync(join(documents, 'sources.json'), text)
const note = () => page.getByText('The document’s own text cannot be shown')

test('a citation in a lesson leads to its paragraph, which is marked and shows what the course says about it', async () => {
  await page.goto(app.url + LESSON)
  const citation = page.locator('a.cite').first()
  const [path = '', fragment = ''] = ((await citation.getAttribute('href')) ?? '').split('#')
  await citation.click()
  await expect(page).toHaveURL(`${app.url}${path}#${fragment}`)
  const paragraph = page.locator('li:target')
  await expect(paragraph).toHaveAttribute('id', fragment)
  await expect(paragraph).toBeInViewport()
  await expect(paragraph.getByText(/^Tested by \d+ question/)).toBeVisible()
  await expect(paragraph.locator(`a[href="${LESSON}"]`)).toBeVisible()
})

test('the list leads to every document, and its map to every paragraph', async () => {
  await page.goto(`${app.url}/today`)
  await page.getByRole('link', { name: 'Reference' }).click()
  await page.getByRole('link', { name: 'Sources' }).click()
  await page.getByRole('link', { name: 'Fissures in the force' }).click()
  await expect(page).toHaveURL(app.url + SOURCE)
  await page.getByRole('link', { name: '52 left out' }).click()
  await expect(page.locator('#p52')).toBeInViewport()
})

test('an unknown document is a 404 that leads back to the list', async () => {
  const response = await page.goto(`${app.url}/sources/no-such-source`)
  expect(response?.status()).toBe(404)
  await page.getByRole('link', { name: 'See all sources' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Sources' })).toBeVisible()
})

test('nobody signed in sees no document', async () => {
  for (const path of ['/sources', SOURCE]) {
    const response = await fetch(app.url + path, { redirect: 'manual' })
    expect(response.status, path).toBe(307)
    expect(response.headers.get('location')).toContain('/sign-in')
  }
})

test('a missing or broken copy is reported, and the rest of the page is complete', async () => {
  await page.goto(app.url + SOURCE)
  await expect(note()).toBeVisible()
  copyHolds('[{')
  await page.reload()
  await expect(note()).toBeVisible()
  await expect(page.locator('#p15').getByRole('link').first()).toBeVisible()
  expect(app.output()).toContain('STEPPE_SOURCES_DIR: ')
})

test('with a good copy the paragraph’s own words appear above ours, without a restart', async () => {
  const paragraphs = [{ n: 15, section: 'A new NATO?', text: OWN_WORDS }]
  copyHolds(JSON.stringify([{ id: 'janes-fissures', paragraphs }]))
  await page.goto(`${app.url}${SOURCE}#p15`)
  await page.reload()
  await expect(note()).toHaveCount(0)
  await expect(page.locator('#p15').getByText(OWN_WORDS)).toBeVisible()
  expect(await violationsOf(page)).toEqual([])
})

test('without the setting no document’s words are shown', async () => {
  await app.stop()
  app = await startApp({ dataDir })
  await page.goto(app.url + SOURCE)
  await expect(page.locator('#p15')).toBeVisible()
  await expect(page.getByText(OWN_WORDS)).toHaveCount(0)
  await expect(note()).toHaveCount(0)
})

test('an instructor sees what rests on a document, withdraws it in one step, and readers are told', async () => {
  const email = 'ines@example.org'
  await createUser(dataDir, { email, password: PASSWORD, name: 'Ines', role: 'instructor' })
  await context.clearCookies()
  await signInAs(page, app.url, email, PASSWORD)
  await expect(page).not.toHaveURL(/sign-in/)
  await page.goto(app.url + SOURCE)
  await page.getByRole('link', { name: 'Withdraw this source' }).click()
  await expect(page.getByRole('heading', { name: 'Questions that rest on it alone' })).toBeVisible()
  expect(await violationsOf(page)).toEqual([])

  // A form that is not filled in changes nothing.
  await page.getByLabel('Reason, as analysts will read it').fill('The publisher took it back.')
  await page.getByLabel('Withdrawn on').fill('last year')
  await page.getByRole('button', { name: 'Withdraw the source' }).click()
  await expect(page.getByText('Write the date as 2007, 2007-06 or 2007-06-17.')).toBeVisible()
  await page.getByLabel('Withdrawn on').fill('2026-06')
  await page.getByRole('button', { name: 'Withdraw the source' }).click()
  await expect(page.getByRole('heading', { name: 'Version 2' })).toBeVisible()
  await expect(page.getByText(/questions? .*retired/).first()).toBeVisible()
  expect(await violationsOf(page)).toEqual([])

  await page.goto(app.url + SOURCE)
  await expect(page.getByText('June 2026: The publisher took it back.')).toBeVisible()
})
