import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { type RunningApp, startApp } from '../support/app'
import { steppe } from '../support/command-line'
import { makeAccount, signInAs, signOut } from '../support/people'
import { signInProvider } from '../support/sign-in-provider'
import { type TemporaryApp, temporaryApp } from '../support/temporary-app'
import { violationsOf } from '../support/violations'

// One story told in steps: each goes on where the one before stopped.
test.describe.configure({ mode: 'serial' })

const LESSON = '/lessons/shanghai-five-to-sco'

let provider: Awaited<ReturnType<typeof signInProvider>>
let home: TemporaryApp
let app: RunningApp
let people: Record<'admin' | 'instructor' | 'analyst', { context: BrowserContext; page: Page }>
let invitation = ''

test.beforeAll(async ({ browser }) => {
  provider = await signInProvider()
  home = await temporaryApp('start', [], provider.env)
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
  await provider.close()
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
  invitation = await instructor.getByLabel('Link to send').inputValue()
  await instructor.getByRole('link', { name: 'Autumn intake' }).click()
  await expect(instructor.getByRole('heading', { name: 'Autumn intake' })).toBeVisible()
})

test('the analyst joins by the link, which says whose cohort it is', async () => {
  const { page } = people.analyst
  await page.goto(invitation)
  await expect(page.getByRole('heading', { name: 'Join Autumn intake' })).toBeVisible()
  await expect(page.getByText('Ivo Stern')).toBeVisible()
  await makeAccount(page, 'Noor Vega', 'noor@example.org')
  await expect(page).toHaveURL(/\/today/)
  await expect(page.getByRole('heading', { name: 'Start with a lesson' })).toBeVisible()
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
  app = await startApp({ dataDir: home.dataDir, port, env: provider.env })
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

test('signing out ends the session at once, also for a copied cookie, and leaves no name behind', async ({
  browser,
}) => {
  const { context, page } = people.analyst
  const thief = await browser.newContext({ storageState: await context.storageState() })
  const stolen = await thief.newPage()
  await stolen.goto(`${app.url}/today`)
  await expect(stolen).toHaveURL(/\/today/)
  await page.goto(`${app.url}/today`)
  await expect(page.getByText('Noor Vega').first()).toBeVisible()
  await page.evaluate(() => sessionStorage.setItem('steppe-typed:x:/settings name 0', 'Noor Vega'))
  await signOut(page, app.url)
  // Neither what the page held in memory nor what the browser keeps shows the person again.
  for (const _ of [1, 2]) {
    await page.goBack()
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
    expect(await page.content()).not.toMatch(/Noor|noor@example/)
  }
  expect(await page.evaluate(keptInBrowser)).not.toMatch(/Noor|noor@example/)
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

test('whoever has linked the sign-in provider gets in with it, and nobody else does', async () => {
  const { page } = people.analyst
  provider.names({ sub: 'p-17', email: 'noor@example.org', name: 'Noor at the provider' })
  const other = people.admin.page
  await other.context().clearCookies()
  await other.goto(`${app.url}/sign-in`)
  await other.getByRole('link', { name: 'Sign in with Example Login' }).click()
  // The address is that of an account, which proves nothing.
  await expect(other.getByText('needs this identifier: p-17')).toBeVisible()
  await expect(other).toHaveURL(/\/sign-in/)
  expect(await violationsOf(other)).toEqual([])

  await page.goto(`${app.url}/settings`)
  await page.getByLabel('Password, to link Example Login').fill('a long enough one')
  await page.getByRole('button', { name: 'Link Example Login' }).press('Enter')
  await page.getByRole('link', { name: 'Continue to Example Login' }).click()
  await expect(page.getByText('you can sign in with Example Login as noor')).toBeVisible()
  expect(await violationsOf(page)).toEqual([])

  await signOut(page, app.url)
  await page.getByRole('link', { name: 'Sign in with Example Login' }).click()
  await expect(page).toHaveURL(/\/today/)
  await expect(page.getByText('Noor Vega').first()).toBeVisible()
  expect(provider.asked).toEqual({ verifier: true, nonce: true })
  expect(await steppe(home.dataDir, ['log', 'check'])).toContain(' 0 differences')
})

test('a token that the provider has not signed signs nobody in', async ({ browser }) => {
  const page = await (await browser.newContext()).newPage()
  provider.names({ sub: 'p-17', email: 'noor@example.org', name: 'Noor at the provider' })
  provider.alters((token) => {
    const [head, said, signature = ''] = token.split('.')
    return [head, said, (signature.startsWith('A') ? 'B' : 'A') + signature.slice(1)].join('.')
  })
  await page.goto(`${app.url}/sign-in`)
  await page.getByRole('link', { name: 'Sign in with Example Login' }).click()
  await expect(page.getByText('It could not be proved that the answer came from')).toBeVisible()
  await page.goto(`${app.url}/today`)
  await expect(page).toHaveURL(/\/sign-in/)
  provider.alters((token) => token)
  await page.context().close()
})

test('an answer of the provider that nobody here asked for signs nobody in', async ({
  browser,
}) => {
  const context = await browser.newContext()
  const page = await context.newPage()
  const forged = '/api/auth/callback/oidc?code=x&state=y'
  await page.goto(app.url + forged)
  await expect(page.getByText('Signing in with Example Login did not work')).toBeVisible()
  // With the cookies of a sign-in that has begun, too.
  const begun = await context.request.get(`${app.url}/sign-in/provider`, {
    headers: { 'sec-fetch-site': 'same-origin' },
    maxRedirects: 0,
  })
  expect(begun.headers().location).toMatch(/code_challenge_method=S256/)
  await page.goto(app.url + forged)
  await expect(page.getByText('Signing in with Example Login did not work')).toBeVisible()
  await page.goto(`${app.url}/today`)
  await expect(page).toHaveURL(/\/sign-in/)
  await context.close()
})

test('a link on another site begins no sign-in and joins nobody', async ({ browser }) => {
  const { request } = await browser.newContext()
  const led = async (path: string, headers: Record<string, string>) =>
    (await request.get(path, { headers, maxRedirects: 0 })).headers().location
  const join = `${invitation}/provider`
  for (const headers of [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'none' },
    { referer: 'https://elsewhere.example/' },
    {},
  ]) {
    expect(await led(`${app.url}/sign-in/provider?next=/atlas`, headers)).toBe(
      '/sign-in?next=%2Fatlas',
    )
    expect(await led(join, headers)).toBe(new URL(invitation).pathname)
  }
  // Over plain http, browsers send no more than the page.
  const own = { referer: `${app.url}/sign-in` }
  expect(await led(`${app.url}/sign-in/provider`, own)).toContain('code_challenge_method=S256')
  expect(await led(join, { 'sec-fetch-site': 'same-origin' })).toContain('code_challenge_method=')
  await request.dispose()
})

test('an invited person joins with the sign-in provider and needs no password here', async ({
  browser,
}) => {
  provider.names({ sub: 'p-18', email: 'lea@example.org', name: 'Lea Roth' })
  const page = await (await browser.newContext()).newPage()
  await page.goto(invitation)
  await page.getByRole('link', { name: 'Join with Example Login' }).click()
  await expect(page).toHaveURL(/\/today/)
  await page.goto(`${app.url}/settings`)
  await expect(page.getByText('Lea Roth').first()).toBeVisible()
  await expect(page.getByText('You have no password here.')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Second factor' })).toHaveCount(0)
  await page.context().close()
})

/** Everything that this browser keeps of the site, as text. */
async function keptInBrowser(): Promise<string> {
  const texts = [JSON.stringify(localStorage), JSON.stringify(sessionStorage)]
  for (const name of await caches.keys()) {
    const cache = await caches.open(name)
    for (const request of await cache.keys()) {
      const response = await cache.match(request)
      if (!new URL(request.url).pathname.startsWith('/_next/'))
        texts.push((await response?.text()) ?? '')
    }
  }
  for (const { name = '' } of await indexedDB.databases()) {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name)
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
    for (const store of db.objectStoreNames) {
      const rows = await new Promise<unknown>((resolve, reject) => {
        const request = db.transaction(store).objectStore(store).getAll()
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
      texts.push(JSON.stringify(rows))
    }
    db.close()
  }
  return texts.join('\n')
}

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
