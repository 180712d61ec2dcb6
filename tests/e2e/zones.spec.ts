import { expect, type Page, test } from '@playwright/test'
import { steppe } from '../support/command-line'
import { signInAs } from '../support/people'
import { type TemporaryApp, temporaryApp } from '../support/temporary-app'
import { violationsOf } from '../support/violations'

const DEMO_PASSWORD = 'steppe-demo-2026'
const LEARNER = 'amina.castell@demo.example'
const INSTRUCTOR = 'instructor@demo.example'

let app: TemporaryApp
test.beforeAll(async () => {
  test.setTimeout(180_000)
  app = await temporaryApp('demo', ['--learners', '3', '--days', '20'])
})
test.afterAll(() => app.remove())

const offerOn = (page: Page) => page.getByRole('complementary', { name: 'Time zone' })

async function visitor(
  browser: { newContext: (options: object) => Promise<{ newPage: () => Promise<Page> }> },
  timezoneId: string,
  email: string,
): Promise<Page> {
  const page = await (await browser.newContext({ timezoneId })).newPage()
  await signInAs(page, app.url, email, DEMO_PASSWORD)
  await expect(page).toHaveURL(/\/(today|cohorts)/)
  return page
}

test('somebody in another zone is offered to move the account, and one press does it', async ({
  browser,
}) => {
  const page = await visitor(browser, 'Asia/Almaty', LEARNER)
  await page.goto(`${app.url}/today`)
  await expect(offerOn(page)).toContainText('Almaty, UTC+5')
  expect(await violationsOf(page)).toEqual([])
  for (const [width, height] of [
    [1280, 800],
    [360, 740],
  ] as const) {
    await page.setViewportSize({ width, height })
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await page.screenshot({ path: test.info().outputPath(`offer-${width}-${colorScheme}.png`) })
      const wide = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(wide).toBeLessThanOrEqual(width)
    }
  }
  await page.getByRole('button', { name: 'Use Almaty' }).press('Enter')
  await expect(page.getByText('Times and days are now those of your time zone')).toBeVisible()
  await page.goto(`${app.url}/settings`)
  await expect(page.getByLabel('Time zone', { exact: true })).toHaveValue('Asia/Almaty')
  await page.goto(`${app.url}/settings/reminders`)
  await expect(page.getByText('Sent after 7:00 (Almaty, UTC+5)')).toBeVisible()
  await page.goto(`${app.url}/today`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(offerOn(page)).toHaveCount(0)
  await page.context().close()
})

test('whoever keeps the zone of the account is not asked again', async ({ browser }) => {
  const page = await visitor(browser, 'America/Bogota', INSTRUCTOR)
  await page.goto(`${app.url}/today`)
  await offerOn(page)
    .getByRole('button', { name: /^Keep / })
    .press('Enter')
  await expect(offerOn(page)).toHaveCount(0)
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(offerOn(page)).toHaveCount(0)
  await page.context().close()
})

test('an exam names the zone in which it opens and closes', async ({ browser }) => {
  const page = await visitor(browser, 'Asia/Kathmandu', INSTRUCTOR)
  await page.goto(`${app.url}/cohorts`)
  await page.getByRole('link', { name: 'Autumn intake' }).first().click()
  await expect(page).toHaveURL(/\/cohorts\/[0-9a-f-]{36}/)
  await page.goto(`${page.url()}/exams/new`)
  await expect(page.getByText(/The day ends at 24:00 \([A-Z].*UTC/)).toBeVisible()
  await page.context().close()
})

test('the command line makes an account in a zone, and its browser there is offered nothing', async ({
  browser,
}) => {
  const email = 'kim@example.org'
  await steppe(
    app.dataDir,
    [
      'user',
      'create',
      '--email',
      email,
      '--name',
      'Kim',
      '--role',
      'learner',
      '--zone',
      'Asia/Kolkata',
      '--password-stdin',
    ],
    'a long enough one',
  )
  const page = await (await browser.newContext({ timezoneId: 'Asia/Calcutta' })).newPage()
  await signInAs(page, app.url, email)
  await expect(page.getByRole('heading', { name: 'Start with a lesson' })).toBeVisible()
  await expect(offerOn(page)).toHaveCount(0)
  await page.context().close()
})
