import { readFileSync } from 'node:fs'
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { Client } from 'pg'
import { openPostgres } from '../../bin/support/postgres.mjs'
import { freePort } from '../../bin/support/process/port.mjs'
import { steppe } from '../support/command-line'
import { mailSink } from '../support/mail-sink'
import { documentedServer, nginxProgram, startNginx } from '../support/nginx'
import { signInAs, signOut } from '../support/people'
import { type TemporaryApp, temporaryApp } from '../support/temporary-app'

const PASSWORD = 'steppe-demo-2026'
const ANALYST = 'amina.castell@demo.example'
const INSTRUCTOR = 'instructor@demo.example'

const nginx = await nginxProgram()
test.skip(
  nginx === null,
  'There is no nginx on this machine, and none could be unpacked. Install it (on Debian: apt-get install nginx), or set STEPPE_NGINX to its path.',
)

let configured: TemporaryApp
let plain: TemporaryApp
let proxy: { readonly stop: () => Promise<void> }
/** As documented; with nothing but proxy_pass; and with the host without its port. */
let urls: { readonly documented: string; readonly bare: string; readonly noPort: string }
let context: BrowserContext
let page: Page

test.beforeAll(async () => {
  test.setTimeout(240_000)
  const ports = [await freePort(), await freePort(), await freePort()] as const
  const [documented, bare, noPort] = ports.map((port) => `https://localhost:${port}`)
  urls = { documented: documented ?? '', bare: bare ?? '', noPort: noPort ?? '' }
  const people = ['--learners', '3', '--days', '12']
  configured = await temporaryApp('demo', people, { STEPPE_URL: urls.documented })
  plain = await temporaryApp('demo', people)
  for (const { dataDir } of [configured, plain]) await makeReviewsDue(dataDir)
  const tls = 'ssl_certificate steppe.pem; ssl_certificate_key steppe.key;'
  proxy = await startNginx(
    nginx ?? '',
    [
      documentedServer(ports[0], configured.url),
      `server { listen ${ports[1]} ssl; ${tls} location / { proxy_pass ${plain.url}; } }`,
      `server { listen ${ports[2]} ssl; ${tls} location / { proxy_pass ${plain.url}; proxy_set_header Host $host; } }`,
    ],
    ports[0],
  )
})
test.afterAll(async () => {
  await proxy.stop()
  await configured.remove()
  await plain.remove()
})
test.beforeEach(async ({ browser }) => {
  context = await browser.newContext({ ignoreHTTPSErrors: true })
  page = await context.newPage()
})
test.afterEach(() => context.close())

test('behind nginx as documented, people sign in, review, export and sign out over https', async () => {
  await worksAt(urls.documented)
})

test('an nginx with nothing but proxy_pass is enough', async () => {
  await worksAt(urls.bare)
})

test('an nginx that drops the port is enough', async () => {
  await worksAt(urls.noPort)
})

test('cookies are secure, bound to the host, and out of reach of scripts and other sites', async () => {
  for (const url of Object.values(urls)) {
    await context.clearCookies()
    await signInAs(page, url, ANALYST, PASSWORD)
    await expect(page).toHaveURL(/\/today/)
    const cookies = (await context.cookies()).filter(({ name }) => name.includes('-token'))
    expect(cookies.length, url).toBeGreaterThan(0)
    for (const cookie of cookies) {
      expect(cookie).toMatchObject({
        name: expect.stringMatching(/^__Host-steppe-[0-9a-f]+\./),
        secure: true,
        httpOnly: true,
        sameSite: 'Lax',
        path: '/',
        domain: 'localhost',
      })
    }
  }
})

test('redirects keep the public scheme, host and port', async () => {
  const get = (path: string) => page.request.get(urls.documented + path, { maxRedirects: 0 })
  for (const path of ['/', '/today', '/sign-in/', '/api/auth/signin']) {
    const location = (await get(path)).headers().location ?? ''
    expect(new URL(location, urls.documented).origin, path).toBe(urls.documented)
  }
  const stray = await page.request.get(`${urls.documented}/api/auth/callback/credentials`, {
    maxRedirects: 0,
  })
  expect(stray.status()).toBeLessThan(500)
})

test('the log has no failed fetch of an action’s redirect', () => {
  for (const app of [configured, plain]) {
    expect(app.output()).not.toMatch(/failed to get redirect response|wrong version number/)
  }
})

test('the link in a mail and that of an invitation lead to the public address', async () => {
  const mail = await mailSink()
  await steppe(configured.dataDir, ['remind'], '', {
    STEPPE_URL: urls.documented,
    STEPPE_SMTP_URL: mail.url,
    STEPPE_MAIL_FROM: 'Steppe <steppe@example.org>',
  })
  await mail.close()
  const text = mail.mails.map(({ data }) => data.replace(/=\r\n/g, '')).join('\n')
  const link = text.match(/https:\/\/localhost:\d+\/review/)?.[0] ?? ''
  expect(new URL(link).origin).toBe(urls.documented)
  await page.goto(link)
  await expect(page).toHaveURL(`${urls.documented}/sign-in?next=%2Freview`)

  await signInAs(page, urls.documented, INSTRUCTOR, PASSWORD)
  await expect(page).toHaveURL(`${urls.documented}/cohorts`)
  await page.getByRole('link', { name: 'Autumn intake' }).click()
  await page.getByRole('link', { name: 'People' }).click()
  await page.getByRole('button', { name: 'Create a link' }).click()
  await expect(page.getByLabel('Link to send')).toHaveValue(new RegExp(`^${urls.documented}/join/`))
})

/** Signs in by the form, comes to the page that was wanted, reviews, exports and signs out. */
async function worksAt(url: string): Promise<void> {
  await page.goto(`${url}/review`)
  await expect(page).toHaveURL(`${url}/sign-in?next=%2Freview`)
  await page.getByLabel('E-mail address').fill(ANALYST)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`${url}/review`)
  await expect(page.locator('[data-prompt]')).toBeVisible()
  const sent = page.waitForResponse((response) => response.url() === `${url}/api/reviews`)
  const reveal = page.getByRole('button', { name: /Show answer|I don’t know/ }).first()
  await reveal.press('Enter')
  await page.keyboard.press('1')
  expect((await sent).status()).toBe(200)
  await signOut(page, url)
  expect(new URL(page.url()).origin).toBe(url)

  await signInAs(page, url, INSTRUCTOR, PASSWORD)
  await expect(page).toHaveURL(`${url}/cohorts`)
  await page.getByRole('link', { name: 'Autumn intake' }).click()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download CSV of readiness' }).click(),
  ])
  expect(readFileSync(await file.path(), 'utf8')).toMatch(/^\uFEFF"Analyst","Topic","On",/)
  await signOut(page, url)
}

/** Everybody wants a digest, it is noon for them, and they have reviews but have not studied today. */
async function makeReviewsDue(dataDir: string): Promise<void> {
  const postgres = await openPostgres({ dataDir })
  const west = new Date().getUTCHours() - 12
  const zone = west === 0 ? 'Etc/GMT' : `Etc/GMT${west > 0 ? '+' : ''}${west}`
  const client = new Client(postgres.url)
  await client.connect()
  await client.query('UPDATE "User" SET "dailyDigest" = true, "zone" = $1', [zone])
  await client.query(`UPDATE "Card" SET "dueDay" = "dueDay" - 60 WHERE "phase" = 'review'`)
  await client.query('DELETE FROM "StudyDay"')
  await client.end()
  await postgres.stop()
}
