import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, expect, type Page, test } from '@playwright/test'
import { createUser, steppe } from '../support/command-line'
import { signInAs } from '../support/people'
import { finishLesson } from '../support/study'
import { type TemporaryApp, temporaryApp } from '../support/temporary-app'

const PERSON = { email: 'noor@example.org', password: 'a long enough one' }
const LESSON = '/lessons/shanghai-five-to-sco'
const TEN_SECONDS_MS = 10_000

let app: TemporaryApp
let signedIn: Awaited<ReturnType<BrowserContext['storageState']>>

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000)
  app = await temporaryApp()
  await createUser(app.dataDir, { ...PERSON, name: 'Noor Vega', role: 'learner' })
  const page = await (await browser.newContext()).newPage()
  await signInAs(page, app.url, PERSON.email, PERSON.password)
  await expect(page).toHaveURL(/\/today/)
  await finishLesson(page, app.url + LESSON)
  signedIn = await page.context().storageState()
  await page.context().close()
})
test.afterAll(() => app.remove())

test.describe('without JavaScript', () => {
  let page: Page
  test.beforeAll(async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, storageState: signedIn })
    page = await context.newPage()
  })
  test.afterAll(() => page.context().close())

  const pages = [
    '/today',
    '/course',
    LESSON,
    '/atlas',
    '/timeline',
    '/sources',
    '/progress',
    '/search?q=treaty',
    '/set-aside',
    '/flags',
    '/notifications',
    '/settings',
    '/settings/study',
    '/settings/keys',
    '/settings/memory',
    '/settings/reminders',
    '/review',
    '/cram',
    '/placement',
    '/placement/test',
  ]
  for (const path of pages) {
    test(`${path} has no button that does nothing`, async () => {
      const response = await page.goto(app.url + path)
      expect(response?.status()).toBe(200)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      const dead = page.locator('button:visible:not([type=submit], [popovertarget])')
      expect(await dead.allTextContents()).toEqual([])
    })
  }

  test('the review says what it needs and where one can go on, and does not claim “Saved”', async () => {
    await page.goto(`${app.url}/review`)
    await says(page, 'Reviewing needs JavaScript')
    await expect(page.getByText('Saved', { exact: true })).toBeHidden()
    await expect(page.getByRole('button')).toHaveCount(0)
    await page.locator('noscript a[href="/atlas"]').click()
    await expect(page).toHaveURL(/\/atlas/)
  })

  test('a placement says so before it begins', async () => {
    await page.goto(`${app.url}/placement`)
    await says(page, 'The placement needs JavaScript')
    await expect(page.getByRole('button', { name: 'Start' })).toBeHidden()
  })

  test('a lesson can be read with its recall prompts, facts and sources', async () => {
    await page.goto(app.url + LESSON)
    const prompt = page.getByRole('region', { name: 'Recall prompt 1' })
    await expect(prompt).toContainText('Answering needs JavaScript', { useInnerText: true })
    await expect(prompt.getByRole('button')).toHaveCount(0)
    await page.goto(`${app.url}/search?q=treaty`)
    await page.locator('main a[href^="/facts/"]:visible').first().click()
    await page.locator('main a[href^="/sources/"]:visible').first().click()
    await expect(page).toHaveURL(/\/sources\//)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  })

  test('the atlas shows another year by its form, and the timeline zooms by links', async () => {
    await page.goto(`${app.url}/atlas`)
    await expect(page.locator('main li').first()).toBeVisible()
    await page.goto(`${app.url}/timeline`)
    const before = page.url()
    await page.getByRole('link', { name: 'Zoom in' }).click()
    expect(page.url()).not.toBe(before)
  })

  test('signing in and signing out work, and the need for cookies is said', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const fresh = await context.newPage()
    await fresh.goto(`${app.url}/sign-in`)
    await says(fresh, 'Steppe needs one cookie')
    await signInAs(fresh, app.url, PERSON.email, PERSON.password)
    await expect(fresh).toHaveURL(/\/today/)
    await fresh.goto(`${app.url}/settings`)
    await fresh.getByRole('main').getByRole('button', { name: 'Sign out' }).click()
    await expect(fresh).toHaveURL(/\/sign-in/)
    await context.close()
  })
})

test('a browser that blocks cookies is told so at the sign-in', async () => {
  const profile = mkdtempSync(join(tmpdir(), 'steppe-no-cookies-'))
  mkdirSync(join(profile, 'Default'))
  const preferences = { profile: { default_content_setting_values: { cookies: 2 } } }
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences))
  const { launchOptions } = test.info().project.use
  const context = await chromium.launchPersistentContext(profile, { ...launchOptions })
  const page = await context.newPage()
  await page.goto(`${app.url}/sign-in`)
  await expect(page.getByRole('alert').filter({ hasText: 'blocks cookies' })).toBeVisible()
  await context.close()
  rmSync(profile, { recursive: true, force: true })
})

test.describe('the browser’s console stays empty', () => {
  for (const path of ['/settings', '/settings/keys', '/review', '/today']) {
    test(`on ${path}`, async ({ browser }) => {
      const context = await browser.newContext({ storageState: signedIn })
      const page = await context.newPage()
      expect(await consoleOf(page, path)).toEqual([])
      await context.close()
    })
  }
  test('on /sign-in', async ({ browser }) => {
    const page = await (await browser.newContext()).newPage()
    expect(await consoleOf(page, '/sign-in')).toEqual([])
    await page.context().close()
  })
})

const breaks: readonly [name: string, said: string, breakIt: () => void][] = [
  [
    'never opens its database',
    'does not answer',
    () => {
      const open = IDBFactory.prototype.open
      IDBFactory.prototype.open = function (name, version) {
        const request = open.call(this, `${name}-silent`, version)
        request.addEventListener = () => {}
        return request
      }
    },
  ],
  [
    'forbids all storage',
    'private window or a setting',
    () => {
      for (const name of ['indexedDB', 'localStorage', 'sessionStorage', 'caches']) {
        Object.defineProperty(window, name, {
          get() {
            throw new DOMException('Denied', 'SecurityError')
          },
        })
      }
      Object.defineProperty(window, 'BroadcastChannel', {
        value: function forbidden() {
          throw new DOMException('Denied', 'SecurityError')
        },
      })
      LockManager.prototype.request = () =>
        Promise.reject(new DOMException('Denied', 'SecurityError'))
    },
  ],
  [
    'has no room left',
    'storage is full',
    () => {
      const full = () => {
        throw new DOMException('Full', 'QuotaExceededError')
      }
      IDBObjectStore.prototype.add = full
      IDBObjectStore.prototype.put = full
      Storage.prototype.setItem = full
    },
  ],
  [
    'has no database',
    'storage has failed',
    () => {
      Object.defineProperty(window, 'indexedDB', { value: undefined })
    },
  ],
]

for (const [name, said, breakIt] of breaks) {
  test(`a browser that ${name} still reviews: answers arrive, and the page says what is at risk`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ storageState: signedIn })
    await context.addInitScript(breakIt)
    const page = await context.newPage()
    await page.goto(`${app.url}/review`)
    const before = await events()
    await answer(page)
    await expect(page.getByText('Saved', { exact: true })).toBeVisible({ timeout: TEN_SECONDS_MS })
    await expect.poll(events).toBe(before + 1)
    const notice = page.getByRole('status').filter({ hasText: 'This browser cannot store answers' })
    await expect(notice).toContainText(said, { timeout: TEN_SECONDS_MS })

    await page.route('**/api/reviews', (route) => route.abort())
    await answer(page)
    await expect(page.getByText('1 not saved, kept in this tab only')).toBeVisible({
      timeout: TEN_SECONDS_MS,
    })
    await page.unroute('**/api/reviews')
    await expect(page.getByText('Saved', { exact: true })).toBeVisible()
    await expect.poll(events).toBe(before + 2)
    await context.close()
  })
}

test('a frozen tab that holds the lock does not keep answers from the server', async ({
  browser,
}) => {
  const context = await browser.newContext({ storageState: signedIn })
  const frozen = await context.newPage()
  await frozen.goto(`${app.url}/today`)
  await frozen.evaluate(() => {
    const user = document.querySelector<HTMLElement>('[data-viewer]')?.dataset.viewer
    void navigator.locks.request(`steppe-send-${user}`, () => new Promise(() => {}))
  })
  const page = await context.newPage()
  await page.goto(`${app.url}/review`)
  const before = await events()
  await answer(page)
  await expect(page.getByText('Saved', { exact: true })).toBeVisible({ timeout: TEN_SECONDS_MS })
  await expect.poll(events).toBe(before + 1)
  await context.close()
})

/** Playwright finds no text in a `noscript`. What the page shows contains it. */
const says = (page: Page, text: string) =>
  expect(page.locator('body')).toContainText(text, { useInnerText: true })

/** Everything that a page writes to the console while it loads. */
async function consoleOf(page: Page, path: string): Promise<string[]> {
  const said: string[] = []
  page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`))
  page.on('pageerror', (error) => said.push(error.message))
  await page.goto(app.url + path)
  await page.waitForLoadState('networkidle')
  return said
}

async function answer(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Show answer|I don’t know/ }).click()
  await page.getByRole('button', { name: /Again/ }).click()
  await expect(page.getByRole('button', { name: /Again/ })).toHaveCount(0)
}

/** Events in the log. */
async function events(): Promise<number> {
  const said = await steppe(app.dataDir, ['log', 'check'])
  return Number(said.match(/(\d+) events/)?.[1])
}
