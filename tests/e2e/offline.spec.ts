import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, expect, type Page, test } from '@playwright/test'
import { type BreakingProxy, breakingProxy } from '../support/breaking-proxy'
import { createUser, steppe } from '../support/command-line'
import { databaseGone } from '../support/database-gone'
import { hiddenDatabase } from '../support/hidden-database'
import { keptByWorker, keptPages } from '../support/kept-pages'
import { signInAs } from '../support/people'
import { finishLesson, studyMore } from '../support/study'
import { type TemporaryApp, temporaryApp } from '../support/temporary-app'

const PERSON = { email: 'noor@example.org', password: 'a long enough one' }
const OTHER = { email: 'kim@example.org', password: 'a long enough one' }
const LESSONS = ['shanghai-five-to-sco', 'treaty-to-organisation', 'observers-candidates-guests']

let app: TemporaryApp
/** Between browser and server. The browser's own switch for offline lets the service worker's requests through. */
let proxy: BreakingProxy
let profile: string
let context: BrowserContext
let page: Page

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  app = await temporaryApp()
  proxy = await breakingProxy(app.url)
  await createUser(app.dataDir, { ...PERSON, name: 'Noor Vega', role: 'learner' })
  await createUser(app.dataDir, { ...OTHER, name: 'Kim', role: 'learner' })
  profile = mkdtempSync(join(tmpdir(), 'steppe-profile-'))
  await openBrowser()
  await signIn(page, PERSON)
  for (const lesson of LESSONS) await finishLesson(page, `${proxy.url}/lessons/${lesson}`)
  // So that no test answers the last card that the next one needs.
  await studyMore(page, proxy.url, 2)
})
test.afterAll(async () => {
  await context.close()
  await proxy.close()
  rmSync(profile, { recursive: true, force: true })
  await app.remove()
})

test('a review that was not opened before, Today and lessons that were read open without the server', async () => {
  const lesson = `/lessons/${LESSONS[0]}`
  await page.goto(proxy.url + lesson)
  await expect.poll(() => keptPages(page), { timeout: 20_000 }).toContain(lesson)
  await page.goto(`${proxy.url}/today`)
  await keptByWorker(page)
  await expect.poll(() => keptPages(page)).toContain('/today')
  const before = await events()

  cut()
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('No network')
  await expect(page.getByText('This page is as it was on')).toBeVisible()
  await page.goto(proxy.url + lesson)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByText('This page is as it was on')).toBeVisible()
  await page.goto(`${proxy.url}/progress`).catch(() => {})
  await expect(page.getByRole('heading', { name: 'No network' })).toBeVisible()
  await page.getByRole('link', { name: 'Review' }).click()
  await answer(page, '4')
  await answer(page, '1')
  await expect(page.getByText('Offline, 2 kept on this device')).toBeVisible()

  mend()
  await page.goto(`${proxy.url}/today`)
  await expect.poll(events).toBe(before + 2)
  await expect(page.getByText('This page is as it was on')).toHaveCount(0)
})

test('a session continues without a network, through a reload and a restart of the browser', async () => {
  await openReview(page)
  await keptByWorker(page)
  const before = await events()
  await answer(page, '4')
  await saved(page)

  cut()
  const asked = [await answer(page, '4'), await answer(page, '1')]
  await expect(page.getByText('Offline, 2 kept on this device')).toBeVisible()
  const next = await promptOf(page)

  await page.reload()
  await expect(page.getByText('Offline, 2 kept on this device')).toBeVisible()
  await expect(page.locator('[data-prompt]')).toHaveText(next)
  asked.push(await answer(page, '4'))
  await expect(page.getByText('Offline, 3 kept on this device')).toBeVisible()

  await context.close()
  await openBrowser()
  await page.goto(`${proxy.url}/review`)
  await expect(page.getByText('Offline, 3 kept on this device')).toBeVisible()
  expect(asked).not.toContain(await promptOf(page))
  const slip = await answer(page, '4')
  await page.keyboard.press('u')
  await expect(page.locator('[data-prompt]')).toHaveText(slip)
  await expect(page.getByText('Offline, 5 kept on this device')).toBeVisible()
  // What comes at the end, and what is asked for by key, was loaded before.
  await page.getByRole('button', { name: 'Keys' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Stop' }).click()
  await expect(page.getByRole('heading', { name: 'Stopped here' })).toBeVisible()
  await expect(page.getByText(/^A week from now you would recall about/)).toBeVisible()
  await expect(page.getByText(/Tomorrow brings \d+ review/)).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Your goal' })).toBeVisible()
  await page.getByRole('button', { name: 'Continue' }).click()

  mend()
  await page.reload()
  await saved(page)
  expect(await events()).toBe(before + 6)
})

test('an answer from before a reload can still be undone', async () => {
  await openReview(page)
  const given = await answer(page, '4')
  await saved(page)
  await page.reload()
  await expect(page.locator('[data-prompt]')).not.toHaveText(given)
  // The key does nothing until the earlier session has been read.
  await expect(async () => {
    if ((await promptOf(page)) !== given) await page.keyboard.press('u')
    expect(await promptOf(page)).toBe(given)
  }).toPass()
  await saved(page)
})

test('two tabs show each other’s answers at once, and count nothing twice', async () => {
  await openReview(page)
  const second = await context.newPage()
  await openReview(second)
  const before = await events()
  expect(await promptOf(second)).toBe(await promptOf(page))
  const asked = new Set<string>()
  for (let i = 0; i < 3; i += 1) {
    for (const tab of [page, second]) {
      const prompt = await answer(tab, '4')
      expect(asked).not.toContain(prompt)
      asked.add(prompt)
      const other = tab === page ? second : page
      await expect(other.locator('[data-prompt]')).not.toHaveText(prompt)
    }
  }
  await saved(page)
  await saved(second)
  expect(await events()).toBe(before + 6)
  await second.close()
})

test('an answer in one browser removes the question from the other when its page is shown again', async ({
  browser,
}) => {
  const elsewhere = await browser.newContext()
  const device = await elsewhere.newPage()
  await signIn(device, PERSON)
  await openReview(device)
  await openReview(page)
  const prompt = await promptOf(page)
  expect(await answer(device, '4')).toBe(prompt)
  await saved(device)
  // Off a train, say.
  await context.setOffline(true)
  await context.setOffline(false)
  await expect(page.locator('[data-prompt]')).not.toHaveText(prompt)
  await elsewhere.close()
})

test('while the database is gone, a review goes on, pages say so, forms keep what was typed, and nobody is signed out', async () => {
  const settings = await context.newPage()
  await settings.goto(`${proxy.url}/settings`)
  await settings.getByLabel('Name').first().fill('Noor Vega-Lind')
  await openReview(page)
  await keptByWorker(page)
  const database = await hiddenDatabase(app.dataDir)
  try {
    const gone = await databaseGone({
      page,
      url: proxy.url,
      database,
      goneMs: 4000,
      answers: 3,
      async meanwhile() {
        await settings.getByRole('button', { name: 'Save' }).first().click()
        // It is refused, or waits until the database is back: both keep what was typed.
        await expect(settings.getByLabel('Name').first()).toHaveValue('Noor Vega-Lind')
      },
    })
    expect(gone).toMatchObject({
      answered: 3,
      stored: 3,
      page: { status: 503, heading: 'The database does not answer', path: '/today' },
      keptCookie: true,
      wentOnAfterReload: true,
    })
    // It works at once, with the page that was open all the time.
    await settings.getByRole('button', { name: 'Save' }).first().click()
    await expect(settings.getByText('Your settings are saved.')).toBeVisible()
  } finally {
    await database.close()
    await settings.close()
  }
})

test('an answer left by a closed tab is sent by any other page', async () => {
  await openReview(page)
  const before = await events()
  cut()
  await answer(page, '4')
  await expect(page.getByText('Offline, 1 kept on this device')).toBeVisible()
  const today = await context.newPage()
  await page.close()
  mend()
  page = today
  await page.goto(`${proxy.url}/today`)
  await expect.poll(events).toBe(before + 1)
})

test('signing out leaves no page and no session behind, and another account finds none', async () => {
  await openReview(page)
  await keptByWorker(page)
  await answer(page, '4')
  await saved(page)
  await page.goto(`${proxy.url}/settings`)
  await page.getByRole('main').getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/\/sign-in/)
  await expect.poll(() => keptPages(page)).toEqual([])
  cut()
  await page.goto(`${proxy.url}/review`).catch(() => {})
  await expect(page.getByRole('heading', { name: 'No network' })).toBeVisible()
  mend()
  await signIn(page, OTHER)
  await keptByWorker(page)
  cut()
  // Kim has learned nothing yet, so the kept review has no question: it is not the one of Noor.
  await page.goto(`${proxy.url}/review`)
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('No network')
  await expect(page.locator('[data-prompt]')).toHaveCount(0)
  mend()
})

test('on plain http, the settings and a review without the server say that it must not be reloaded', async () => {
  const { launchOptions } = test.info().project.use
  const browser = await chromium.launch({
    ...launchOptions,
    args: [...(launchOptions?.args ?? []), '--host-resolver-rules=MAP steppe.example 127.0.0.1'],
  })
  const tab = await browser.newPage()
  const plain = proxy.url.replace('127.0.0.1', 'steppe.example')
  await signInAs(tab, plain, PERSON.email, PERSON.password)
  await expect(tab).toHaveURL(/\/today/)
  await tab.goto(`${plain}/settings`)
  await expect(tab.getByText('this browser can open no page of this address')).toBeVisible()
  await tab.goto(`${plain}/review`)
  // What the next cards and the notice need is loaded after the first one.
  await answer(tab, '4')
  await saved(tab)
  await tab.waitForLoadState('networkidle')
  cut()
  await answer(tab, '4')
  await expect(tab.getByText('Do not reload this page')).toBeVisible()
  mend()
  await answer(tab, '4')
  await saved(tab)
  await browser.close()
})

test('the log agrees with the cards in the end', async () => {
  expect(await steppe(app.dataDir, ['log', 'check'])).toMatch(/agree|0 differences|no difference/i)
})

const cut = () => proxy.breakWith('cut', /./)
const mend = () => proxy.breakWith('none')

async function openBrowser(): Promise<void> {
  const { launchOptions } = test.info().project.use
  context = await chromium.launchPersistentContext(profile, {
    ...launchOptions,
    serviceWorkers: 'allow',
  })
  page = context.pages()[0] ?? (await context.newPage())
}

async function signIn(tab: Page, { email, password }: typeof PERSON): Promise<void> {
  await signInAs(tab, proxy.url, email, password)
  await expect(tab).toHaveURL(/\/today/)
}

async function openReview(tab: Page): Promise<void> {
  await tab.goto(`${proxy.url}/review`)
  await expect(tab.locator('[data-prompt]')).toBeVisible()
}

const promptOf = async (tab: Page): Promise<string> =>
  (await tab.locator('[data-prompt]').textContent()) ?? ''

const saved = (tab: Page) => expect(tab.getByText('Saved', { exact: true })).toBeVisible()

/** Asks to see the answer, then rates it by key; gives the question's words. */
async function answer(tab: Page, rating: '1' | '2' | '3' | '4'): Promise<string> {
  const prompt = await promptOf(tab)
  await tab.getByRole('button', { name: /Show answer|I don’t know/ }).click()
  await expect(tab.getByRole('button', { name: /Good/ })).toBeVisible()
  await tab.keyboard.press(rating)
  await expect(tab.getByRole('button', { name: /Good/ })).toHaveCount(0)
  return prompt
}

/** Events in the log. */
async function events(): Promise<number> {
  const said = await steppe(app.dataDir, ['log', 'check'])
  return Number(said.match(/(\d+) events/)?.[1])
}
