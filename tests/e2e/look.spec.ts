import { expect, test } from '@playwright/test'
import axe from 'axe-core'
import { alive } from '../support/alive'
import { createUser, steppe } from '../support/command-line'
import { EMPTY_PAGE, firstLoads } from '../support/first-load'
import { signIn } from '../support/http-client'
import { intlUses, watchIntl } from '../support/intl-uses'
import { signInAs, signOut } from '../support/people'
import { entriesOfBuild } from '../support/policy/build-entries'
import { sentScripts } from '../support/sent-scripts'
import { type TemporaryApp, temporaryApp } from '../support/temporary-app'
import { violationsInDark, violationsOf } from '../support/violations'

const DEMO_PASSWORD = 'steppe-demo-2026'
const LEARNER = 'amina.castell@demo.example'
const INSTRUCTOR = 'instructor@demo.example'
const ADMIN = 'ada.lund@demo.example'
const LEARNER_PAGES = [
  '/today',
  '/course',
  '/lessons/shanghai-five-to-sco',
  '/lessons/groups-and-perspectives',
  '/atlas',
  '/atlas?organisation=sco&date=2006-06&state=uz',
  '/atlas?state=atlantis',
  '/atlas/region',
  '/atlas/aims',
  '/course/exercises/brief',
  '/lessons/withdrawal-in-many-words',
  '/timeline',
  '/timeline?from=2005&to=2006&topic=exercises',
  '/timeline?from=1800',
  '/sources',
  '/sources/janes-fissures',
  '/facts/jir-uz-coalition-2003',
  '/questions',
  '/questions?topic=membership&state=review&of=all&act=suspend',
  '/custom-study',
  '/questions/mem-uz-stays-sco',
  '/search?q=Andijan',
  '/review',
  '/progress',
  '/review?mode=cram&scope=membership',
  '/placement',
  '/placement/test?module=membership',
  '/cram',
  '/set-aside',
  '/settings',
  '/settings/study',
  '/settings/memory',
  '/settings/keys',
  '/settings/reminders',
  '/settings/second-factor',
  '/notifications',
  '/flags',
  '/exams',
  '/help#readiness',
  '/no-such-page',
]
const COHORT_PAGES = [
  '?on=2030-01-01&sort=readiness',
  '/questions',
  '/questions/mem-uz-stays-sco',
  '/inbox',
  '/inbox?show=solved',
  '/assignments',
  '/exams',
  '/exams/new',
  '/forecasts',
  '/gradebook',
  '/people',
]

const COURSE_PAGES = [
  '/course/versions',
  '/course/versions/1',
  '/course/withdraw/source/janes-fissures',
]

const QUESTION = 'afg-case-us-2014'
const DRAFT_PAGES = ['', `/questions/${QUESTION}`, '/lessons/after-nato', '/document', '/table']

const ADMIN_PAGES = ['/admin', '/admin/audit', '/admin/backups', '/admin/security']

/** Pages of the build that are not in the lists above, each with the reason. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  '/': 'leads on at once',
  '/sign-in/code': 'accounts.spec.ts looks at it, in the middle of signing in',
  '/exams/[id]/paper': 'exam.spec.ts looks at it, in an exam',
  '/exam-running': 'exam.spec.ts looks at it, in an exam',
}
/** Paths that were looked at; the tests of this file share them. */
const looked = new Set<string>()

let app: TemporaryApp
test.beforeAll(async () => {
  test.setTimeout(180_000)
  app = await temporaryApp('demo', ['--learners', '3', '--days', '12'])
  const admin = { email: ADMIN, name: 'Ada Lund', role: 'admin', password: DEMO_PASSWORD } as const
  await createUser(app.dataDir, admin)
})
test.afterAll(() => app.remove())

test('the demo’s cards and study days are what its log says', async () => {
  expect(await steppe(app.dataDir, ['log', 'check'])).toContain(' 0 differences')
})

test('no page loads more JavaScript before its first use than its budget allows', async () => {
  const pages = firstLoads()
  const empty = pages.find(({ route }) => route === EMPTY_PAGE)?.gzipKB
  for (const { route, gzipKB, budgetKB } of pages) {
    expect.soft(gzipKB, `${route} (an empty page: ${empty} KB)`).toBeLessThanOrEqual(budgetKB)
  }
  console.log(`an empty page loads ${empty} KB of JavaScript, and of the others:`)
  console.log(pages.map(({ route, gzipKB }) => `${route} ${gzipKB}`).join(', '))

  // The build's own lists agree with the pages that a browser gets.
  const client = await signIn(app.url, LEARNER, DEMO_PASSWORD)
  for (const [route, path] of [
    ['/today', '/today'],
    ['/review', '/review'],
    ['/lessons/[id]', '/lessons/shanghai-five-to-sco'],
  ] as const) {
    const sent = (await sentScripts(client, path)).gzipKB
    const listed = pages.find((page) => page.route === route)?.gzipKB ?? 0
    expect(sent, path).toBeGreaterThan(0)
    expect(sent, path).toBeLessThanOrEqual(listed)
  }
})

for (const width of [1280, 360]) {
  test(`no page breaks a rule of accessibility or runs over its edge at ${width} px, light or dark`, async ({
    browser,
  }) => {
    // Some fifty pages through axe: minutes on a busy machine, and no measure of anything.
    test.setTimeout(600_000)
    const context = await browser.newContext({
      viewport: { width, height: 800 },
      reducedMotion: 'reduce',
      // Where the demo's people are: a browser elsewhere asks what its own zone is called.
      timezoneId: 'Europe/London',
    })
    // Sending it to each page that is open takes longer than loading the page.
    await context.addInitScript(axe.source)
    const page = await context.newPage()
    await watchIntl(page)
    const refused: string[] = []
    page.on('console', (message) => {
      if (/Content Security Policy/i.test(message.text())) {
        refused.push(`${page.url()}: ${message.text()}`)
      }
    })
    const look = async (path: string) => {
      await page.goto(app.url + path)
      await alive(page)
      looked.add(path.split(/[?#]/)[0] ?? '')
      expect.soft(await violationsOf(page), path).toEqual([])
      // Nothing but colours differs in dark: no other rule can end otherwise there.
      expect.soft(await violationsInDark(page), path).toEqual([])
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect.soft(over, `${path} is wider than the window`).toBeLessThanOrEqual(0)
      expect.soft(await intlUses(page), `${path} asks Intl while it starts`).toEqual([])
    }
    await look('/sign-in')
    await look('/forgot-password')
    await look('/sign-in/second-factor')
    await look('/certificates/AAAAA-AAAAA-AAAAA-AAAAA-AAAAAA')
    for (const path of ['/join/no-code', '/reset/no-code', '/setup/no-code']) await look(path)
    await signInAs(page, app.url, LEARNER, DEMO_PASSWORD)
    await expect(page).toHaveURL(/\/today/)
    for (const path of LEARNER_PAGES) await look(path)
    /** The first link of a page that leads to one of its own kind. */
    const first = async (on: string, start: string): Promise<string> => {
      await page.goto(app.url + on)
      const link = page.locator(`main a[href^="${start}"]:not([href$="/new"])`).first()
      return (await link.getAttribute('href')) ?? ''
    }
    await look(await first('/exams', '/exams/'))
    await context.clearCookies()
    await signInAs(page, app.url, INSTRUCTOR, DEMO_PASSWORD)
    await expect(page).not.toHaveURL(/sign-in/)
    for (const path of COURSE_PAGES) await look(path)
    await look('/authoring')
    await look(`/authoring/write?thing=questions&id=${QUESTION}`)
    await page.getByLabel('What it is about').fill('A draft')
    await page.getByRole('button', { name: 'Start a draft' }).click()
    await expect(page).toHaveURL(/\/authoring\/[0-9a-f-]{36}\/questions\//)
    await expect(page.getByText('The course has no faults with it.')).toBeVisible()
    const draft = new URL(page.url()).pathname.replace(/\/questions\/.*/, '')
    for (const path of DRAFT_PAGES) await look(draft + path)
    await look('/cohorts')
    await page.getByRole('link', { name: 'Autumn intake' }).click()
    await expect(page).toHaveURL(/\/cohorts\/[0-9a-f-]{36}/)
    await expect(page.getByRole('table').first()).toBeVisible()
    const cohort = new URL(page.url()).pathname
    await look(cohort)
    for (const path of COHORT_PAGES) await look(cohort + path)
    const analyst = page.locator(`a[href^="${cohort}/learners/"]`).first()
    await page.goto(app.url + cohort)
    const [address] = ((await analyst.getAttribute('href')) ?? '').split('?')
    await look(`${address}?topic=membership&days=30`)
    for (const path of ['/no.such.page', '/questions/no.such.question']) {
      await page.goto(app.url + path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    }
    for (const part of ['/assignments', '/exams']) {
      await look(await first(cohort + part, `${cohort}${part}/`))
    }
    await look(`${await first(`${cohort}/exams`, `${cohort}/exams/`)}/regrade`)
    await context.clearCookies()
    await signInAs(page, app.url, ADMIN, DEMO_PASSWORD)
    await expect(page).not.toHaveURL(/sign-in/)
    for (const path of ADMIN_PAGES) await look(path)
    await look(await first('/admin', '/admin/people/'))
    // Every script of these pages ran: each has the nonce of its answer.
    expect.soft(refused).toEqual([])
    await context.close()
  })
}

test('a chosen theme and text size hold at the first paint, after signing out and in another browser, with enough contrast and room', async ({
  browser,
}) => {
  const context = await browser.newContext({
    colorScheme: 'light',
    viewport: { width: 360, height: 740 },
  })
  const page = await context.newPage()
  const ground = () =>
    page.evaluate(
      () => getComputedStyle(document.body.parentElement ?? document.body).backgroundColor,
    )
  const paper = 'rgb(23, 20, 16)'
  await signInAs(page, app.url, LEARNER, DEMO_PASSWORD)
  await expect(page).toHaveURL(/\/today/)
  expect(await ground()).not.toBe(paper)
  await page.getByRole('button', { name: /^Account of/ }).click()
  await page.getByRole('button', { name: 'Dark' }).click()
  await expect.poll(ground).toBe(paper)
  await page.getByRole('button', { name: 'Larger' }).click()
  await expect(page.getByRole('button', { name: 'Larger' })).toHaveAttribute('aria-pressed', 'true')
  for (const path of [
    '/today',
    '/course',
    '/review',
    '/lessons/shanghai-five-to-sco',
    '/progress',
  ]) {
    const answer = await page.goto(app.url + path)
    // The answer itself says it, so that no script has to.
    expect(await answer?.text()).toMatch(/<html[^>]*data-theme="dark"[^>]*data-text="larger"/)
    expect.soft(await violationsOf(page), path).toEqual([])
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect.soft(over, `${path} is wider than the window`).toBeLessThanOrEqual(0)
  }
  // Paper stays paper.
  await page.emulateMedia({ media: 'print' })
  expect(await ground()).not.toBe(paper)
  await page.emulateMedia({ media: 'screen' })
  await signOut(page, app.url)
  expect(await ground()).toBe(paper)
  await context.close()

  const other = await browser.newContext({ colorScheme: 'light' })
  const elsewhere = await other.newPage()
  await signInAs(elsewhere, app.url, LEARNER, DEMO_PASSWORD)
  await expect(elsewhere).toHaveURL(/\/today/)
  await expect(elsewhere.locator('html')).toHaveAttribute('data-theme', 'dark')
  await elsewhere.getByRole('button', { name: /^Account of/ }).click()
  await elsewhere.getByRole('button', { name: 'System' }).click()
  await expect(elsewhere.locator('html')).toHaveAttribute('data-theme', 'system')
  await elsewhere.getByRole('button', { name: 'Normal' }).click()
  await expect(elsewhere.locator('html')).toHaveAttribute('data-text', 'normal')
  await other.close()
})

test('every page of the build was looked at above, or elsewhere for a reason', () => {
  const matches = (route: string) => new RegExp(`^${route.replaceAll(/\[[^/]+\]/g, '[^/]+')}$`)
  const unseen = entriesOfBuild()
    .pages.filter((route) => !route.startsWith('/_'))
    .filter((route) => ![...looked].some((path) => matches(route).test(path)))
  expect(unseen.toSorted()).toEqual(Object.keys(ELSEWHERE).toSorted())
})

test('in forced colours, bars and the current page keep their meaning; a column that stays hides what passes', async ({
  browser,
}) => {
  const context = await browser.newContext({
    forcedColors: 'active',
    viewport: { width: 360, height: 740 },
  })
  const page = await context.newPage()
  await signInAs(page, app.url, LEARNER, DEMO_PASSWORD)
  await expect(page).toHaveURL(/\/today/)
  await page.goto(`${app.url}/progress`)
  const bar = page.getByRole('meter').first().locator('.bar')
  const [filled, behind, ground] = await bar.evaluate((element) =>
    [element, element.previousElementSibling ?? element, document.body].map(
      (one) => getComputedStyle(one).backgroundColor,
    ),
  )
  expect(new Set([filled, behind, ground]).size).toBe(3)
  const edges = await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link')
    .evaluateAll((links) =>
      links.map((link) => [
        link.getAttribute('aria-current'),
        getComputedStyle(link).borderBottomColor,
      ]),
    )
  const current = edges.filter(([mark]) => mark === 'page').map(([, edge]) => edge)
  expect(current).toHaveLength(1)
  for (const [mark, edge] of edges) if (mark !== 'page') expect(edge).not.toBe(current[0])

  await context.clearCookies()
  await signInAs(page, app.url, INSTRUCTOR, DEMO_PASSWORD)
  await expect(page).not.toHaveURL(/sign-in/)
  await page.goto(`${app.url}/cohorts`)
  await page.getByRole('link', { name: 'Autumn intake' }).click()
  const table = page.getByRole('region', { name: /^Readiness in percent/ })
  await expect(table).toBeVisible()
  const besides = await table.evaluate((region) => {
    region.scrollLeft = 150
    const head = region.querySelector('tbody th.cell-first')
    if (head === null) return ['There is no column that stays']
    head.scrollIntoView({ block: 'center' })
    const { top, left, height } = head.getBoundingClientRect()
    return [2, left + 2].map(
      (x) => document.elementFromPoint(x, top + height / 2)?.closest('th')?.className ?? 'nothing',
    )
  })
  for (const there of besides) expect(there).toContain('cell-first')
  const widths = await table
    .locator('td[data-fifth]')
    .evaluateAll((cells) => cells.map((cell) => getComputedStyle(cell).borderInlineStartWidth))
  expect(widths.some((width) => width !== '0px')).toBe(true)
  await context.close()
})
