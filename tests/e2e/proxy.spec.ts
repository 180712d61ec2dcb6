import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { freePort } from '../../bin/support/process/port.mjs'
import { createUser } from '../support/command-line'
import { headerProxy } from '../support/header-proxy'
import { signInAs, signOut } from '../support/people'
import { type TemporaryApp, temporaryApp } from '../support/temporary-app'

const KIM = { email: 'kim@example.org', password: 'a long enough one' }
const INNER = '127.0.0.1:9'

let configured: TemporaryApp
let plain: TemporaryApp
let bare: { readonly url: string; readonly close: () => Promise<void> }
let context: BrowserContext
let page: Page

test.beforeAll(async () => {
  test.setTimeout(180_000)
  const port = await freePort()
  const url = `http://localhost:${port}`
  configured = await temporaryApp('start', [], {
    AUTH_URL: `${url}/api/auth`,
    STEPPE_URL: url,
  })
  bare = await headerProxy(
    () => configured.url,
    (headers) => ({ ...headers, host: new URL(configured.url).host }),
    port,
  )
  plain = await temporaryApp()
  for (const app of [configured, plain]) {
    await createUser(app.dataDir, { ...KIM, name: 'Kim', role: 'learner' })
  }
})
test.afterAll(async () => {
  await bare.close()
  await configured.remove()
  await plain.remove()
})
test.beforeEach(async ({ browser }) => {
  context = await browser.newContext()
  page = await context.newPage()
})
test.afterEach(() => context.close())

test('behind a proxy that says nothing, the configured address lets people work', async () => {
  await worksAt(bare.url)
})

test('the same server works at its own address, and its links name the public one', async () => {
  await worksAt(configured.url)
  await signInAs(page, configured.url, KIM.email)
  await expect(page).toHaveURL(/\/today|\/course/)
  await page.goto(`${configured.url}/settings/reminders`)
  await page.getByRole('button', { name: 'Create a calendar link' }).press('Enter')
  const link = await page.getByLabel('Address of your calendar').inputValue()
  expect(link).toMatch(new RegExp(`^${bare.url}/api/calendar/`))
  expect((await fetch(link)).status).toBe(200)
})

test('a start with a public address prints it after its own', () => {
  expect(configured.output()).toContain(
    `Steppe is ready: ${configured.url}\nPeople reach it at ${bare.url} (STEPPE_URL).\n`,
  )
  expect(configured.setupUrl).toMatch(new RegExp(`^${bare.url}/setup/`))
  expect(plain.output()).not.toContain('People reach it')
})

const PASSED: ReadonlyArray<readonly [string, Readonly<Record<string, string>>]> = [
  ['passes everything on unchanged', {}],
  ['says https,http', { 'x-forwarded-proto': 'https,http' }],
  ['says http in upper case', { 'x-forwarded-proto': 'HTTP' }],
  ['says nonsense', { 'x-forwarded-proto': '$scheme', 'x-forwarded-host': 'not a host' }],
  ['names the host in Forwarded', { host: INNER, forwarded: 'proto=http;host="HOST"' }],
  ['names the host in a list', { host: INNER, 'x-forwarded-host': 'HOST, inner.lan' }],
  ['drops the port and passes it beside', { host: 'localhost', 'x-forwarded-port': 'PORT' }],
  ['drops the port', { host: 'localhost' }],
]
for (const [what, headers] of PASSED) {
  test(`without a configured address, people can work behind a proxy that ${what}`, async () => {
    const proxy = await headerProxy(
      () => plain.url,
      (given) => ({
        ...given,
        ...Object.fromEntries(
          Object.entries(headers).map(([name, text]) => [
            name,
            text.replace('HOST', given.host ?? '').replace('PORT', given.host?.split(':')[1] ?? ''),
          ]),
        ),
      }),
    )
    await worksAt(proxy.url)
    await proxy.close()
  })
}

test('every page answers whatever the first value of X-Forwarded-Proto is', async () => {
  for (const proto of ['https,http', 'http, https', 'https', '', 'ftp', ',,', 'https:']) {
    const answer = await fetch(`${plain.url}/sign-in`, { headers: { 'x-forwarded-proto': proto } })
    expect(answer.status, proto).toBe(200)
  }
})

test('a form from an address that nobody passed or set is refused in words, also in the log once', async () => {
  const proxy = await headerProxy(
    () => configured.url,
    (headers) => ({ ...headers, host: INNER }),
  )
  const post = (path: string, headers: Record<string, string> = {}) =>
    fetch(proxy.url + path, {
      method: 'POST',
      headers: { origin: proxy.url, 'content-type': 'application/json', ...headers },
      body: '{"events":[]}',
    })
  const api = await post('/api/reviews')
  expect(api.status).toBe(403)
  const { error } = await api.json()
  for (const word of [`page at ${proxy.url}`, bare.url, INNER, `STEPPE_URL=${proxy.url}`]) {
    expect(error).toContain(word)
  }
  const action = await post('/sign-in', { 'next-action': '0'.repeat(42) })
  expect(action.status).toBe(403)
  expect(action.headers.get('content-type')).toBe('text/plain; charset=utf-8')
  expect(await action.text()).toBe(error)
  await signInAs(page, proxy.url, KIM.email)
  const alert = page.getByRole('alert').filter({ hasText: 'does not accept forms' })
  await expect(alert).toContainText(`STEPPE_URL=${proxy.url}`)
  await expect(page.getByLabel('E-mail address')).toHaveValue(KIM.email)
  expect(configured.output().split('A POST request was refused.')).toHaveLength(2)
  await proxy.close()
})

test('no header of a proxy makes another site an own one', async () => {
  const evil = 'https://evil.example'
  for (const headers of [
    { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' },
    { forwarded: 'host=evil.example;proto=https' },
    { 'sec-fetch-site': 'same-origin' },
  ]) {
    const answer = await fetch(`${configured.url}/api/reviews`, {
      method: 'POST',
      headers: { origin: evil, 'content-type': 'application/json', ...headers },
      body: '{"events":[]}',
    })
    expect(answer.status, JSON.stringify(headers)).toBe(403)
  }
})

test('two installations on one host do not sign each other’s people out', async () => {
  await signInAs(page, plain.url, KIM.email)
  await expect(page).toHaveURL(/\/today|\/course/)
  await signInAs(page, configured.url, KIM.email)
  await expect(page).toHaveURL(/\/today|\/course/)
  await page.goto(`${plain.url}/settings`)
  await expect(page).toHaveURL(`${plain.url}/settings`)
  await signOut(page, plain.url)
  await page.goto(`${configured.url}/settings`)
  await expect(page).toHaveURL(`${configured.url}/settings`)
})

test('next-auth’s own pages lead to the public address', async () => {
  const answer = await fetch(`${configured.url}/api/auth/signin`, { redirect: 'manual' })
  expect(answer.headers.get('location')).toBe(
    `/sign-in?callbackUrl=${encodeURIComponent(bare.url)}`,
  )
})

/** Signs in by the form, comes to the page that was wanted, records, exports and signs out. */
async function worksAt(url: string): Promise<void> {
  await page.goto(`${url}/settings?from=proxy`)
  await expect(page).toHaveURL(`${url}/sign-in?next=%2Fsettings%3Ffrom%3Dproxy`)
  await page.getByLabel('E-mail address').fill(KIM.email)
  await page.getByLabel('Password').fill(KIM.password)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`${url}/settings?from=proxy`)
  expect(await statusOf('/api/reviews', '{"events":[]}')).toBe(200)
  expect(await statusOf('/api/export/revlog.csv')).toBe(200)
  await signOut(page, url)
  expect(new URL(page.url()).origin).toBe(url)
  expect(await statusOf('/api/reviews', '{"events":[]}')).toBe(401)
}

/** What the page itself is answered: with a body by POST. */
function statusOf(path: string, body: string | null = null): Promise<number> {
  return page.evaluate(
    async ([path, body]) => {
      const post = { method: 'POST', headers: { 'content-type': 'application/json' } }
      return (await fetch(path, body === null ? {} : { ...post, body })).status
    },
    [path, body] as const,
  )
}
