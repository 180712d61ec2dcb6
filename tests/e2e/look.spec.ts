import { expect, test } from '@playwright/test'
import { steppe } from '../support/command-line'
import { EMPTY_PAGE, firstLoads } from '../support/first-load'
import { signIn } from '../support/http-client'
import { signInAs } from '../support/people'
import { sentScripts } from '../support/sent-scripts'
import { type TemporaryApp, temporaryApp } from '../support/temporary-app'
import { violationsOf } from '../support/violations'

const DEMO_PASSWORD = 'steppe-demo-2026'
const LEARNER = 'amina.castell@demo.example'
const INSTRUCTOR = 'instructor@demo.example'
const LEARNER_PAGES = [
  '/today',
  '/course',
  '/lessons/shanghai-five-to-sco',
  '/lessons/groups-and-perspectives',
  '/atlas',
  '/atlas?organisation=sco&date=2006-06&state=uz',
  '/atlas?state=atlantis',
  '/timeline',
  '/timeline?from=2005&to=2006&topic=exercises',
  '/timeline?from=1800',
  '/sources',
  '/sources/janes-fissures',
  '/facts/jir-uz-coalition-2003',
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
  '/notifications',
  '/flags',
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
  '/people',
]

let app: TemporaryApp
test.beforeAll(async () => {
  test.setTimeout(180_000)
  app = await temporaryApp('demo', ['--learners', '3', '--days', '12'])
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

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1280, 360]) {
    test(`no page breaks a rule of accessibility or runs over its edge: ${colorScheme}, ${width} px`, async ({
      browser,
    }) => {
      // Some fifty pages through axe: minutes on a busy machine, and no measure of anything.
      test.setTimeout(300_000)
      const context = await browser.newContext({ colorScheme, viewport: { width, height: 800 } })
      const page = await context.newPage()
      const look = async (path: string) => {
        await page.goto(app.url + path)
        expect.soft(await violationsOf(page), path).toEqual([])
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        expect.soft(over, `${path} is wider than the window`).toBeLessThanOrEqual(0)
      }
      await look('/sign-in')
      await look('/forgot-password')
      await look('/certificates/AAAAA-AAAAA-AAAAA-AAAAA-AAAAAA')
      await signInAs(page, app.url, LEARNER, DEMO_PASSWORD)
      await expect(page).toHaveURL(/\/today/)
      for (const path of LEARNER_PAGES) await look(path)
      await context.clearCookies()
      await signInAs(page, app.url, INSTRUCTOR, DEMO_PASSWORD)
      await expect(page).not.toHaveURL(/sign-in/)
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
      await context.close()
    })
  }
}
