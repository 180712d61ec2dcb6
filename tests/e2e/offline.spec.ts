import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, expect, type Page, test } from '@playwright/test'
import { createUser, steppe } from '../support/command-line'
import { signInAs } from '../support/people'
import { type TemporaryApp, temporaryApp } from '../support/temporary-app'

const PERSON = { email: 'noor@example.org', password: 'a long enough one' }
const OTHER = { email: 'kim@example.org', password: 'a long enough one' }
const LESSONS = ['shanghai-five-to-sco', 'treaty-to-organisation', 'observers-candidates-guests']

let app: TemporaryApp
let profile: string
let context: BrowserContext
let page: Page

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  app = await temporaryApp()
  await createUser(app.dataDir, { ...PERSON, name: 'Noor Vega', role: 'learner' })
  await createUser(app.dataDir, { ...OTHER, name: 'Kim', role: 'learner' })
  profile = mkdtempSync(join(tmpdir(), 'steppe-profile-'))
  await openBrowser()
  await signIn(page, PERSON)
  for (const lesson of LESSONS) {
    await page.goto(`${app.url}/lessons/${lesson}`)
    await page.getByRole('button', { name: 'Finish lesson' }).click()
    await expect(page.getByText('Lesson finished')).toBeVisible()
  }
})
test.afterAll(async () => {
  await context.close()
  rmSync(profile, { recursive: true, force: true })
  await app.remove()
})

test('a session continues without a network, through a reload and a restart of the browser', async () => {
  await openReview(page)
  await keptByWorker(page)
  const before = await events()
  await answer(page, '4')
  await saved(page)

  await context.setOffline(true)
  const asked = [await answer(page, '4'), await answer(page, '1')]
  await expect(page.getByText('Offline, 2 kept on this device')).toBeVisible()
  const next = await promptOf(page)

  await page.reload()
  await expect(page.getByText('Offline, 2 kept on this device')).toBeVisible()
  await expect(page.locator('[data-prompt]')).toHaveText(next)
  asked.push(await answer(page, '4'))
  await expect(page.getByText('Offline, 3 kept on this device')).toBeVisible()

  await context.close()
  await openBrowser({ offline: true })
  await page.goto(`${app.url}/review`)
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
  await page.getByRole('button', { name: 'Continue' }).click()

  await context.setOffline(false)
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

test('an answer left by a closed tab is sent by any other page', async () => {
  await openReview(page)
  const before = await events()
  await context.setOffline(true)
  await answer(page, '4')
  await expect(page.getByText('Offline, 1 kept on this device')).toBeVisible()
  const today = await context.newPage()
  await page.close()
  await context.setOffline(false)
  page = today
  await page.goto(`${app.url}/today`)
  await expect.poll(events).toBe(before + 1)
})

test('signing out leaves no page and no session behind, and another account finds none', async () => {
  await openReview(page)
  await keptByWorker(page)
  await answer(page, '4')
  await saved(page)
  await page.goto(`${app.url}/settings`)
  await page.getByRole('main').getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/\/sign-in/)
  await expect.poll(() => keptPages(page)).toEqual([])
  await signIn(page, OTHER)
  await context.setOffline(true)
  await page.goto(`${app.url}/review`).catch(() => {})
  await expect(page.getByRole('heading', { name: 'No network' })).toBeVisible()
  await context.setOffline(false)
})

test('the log agrees with the cards in the end', async () => {
  expect(await steppe(app.dataDir, ['log', 'check'])).toMatch(/agree|0 differences|no difference/i)
})

async function openBrowser({ offline = false } = {}): Promise<void> {
  const { launchOptions } = test.info().project.use
  context = await chromium.launchPersistentContext(profile, {
    ...launchOptions,
    serviceWorkers: 'allow',
    offline,
  })
  page = context.pages()[0] ?? (await context.newPage())
}

async function signIn(tab: Page, { email, password }: typeof PERSON): Promise<void> {
  await signInAs(tab, app.url, email, password)
  await expect(tab).toHaveURL(/\/today/)
}

async function openReview(tab: Page): Promise<void> {
  await tab.goto(`${app.url}/review`)
  await expect(tab.locator('[data-prompt]')).toBeVisible()
}

const promptOf = async (tab: Page): Promise<string> =>
  (await tab.locator('[data-prompt]').textContent()) ?? ''

const saved = (tab: Page) => expect(tab.getByText('Saved', { exact: true })).toBeVisible()

const keptByWorker = (tab: Page) =>
  expect.poll(() => keptPages(tab), { timeout: 20_000 }).toContain('/review')

/** Paths of the pages that the service worker keeps. */
const keptPages = (tab: Page): Promise<string[]> =>
  tab.evaluate(async () => {
    const paths: string[] = []
    for (const name of await caches.keys()) {
      if (!name.startsWith('steppe-pages-')) continue
      for (const { url } of await (await caches.open(name)).keys()) {
        if (!url.includes('__')) paths.push(new URL(url).pathname)
      }
    }
    return paths
  })

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
