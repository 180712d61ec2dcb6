import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { createUser } from '../support/command-line'
import { signIn } from '../support/http-client'
import { signInAs } from '../support/people'
import { type TemporaryApp, temporaryApp } from '../support/temporary-app'

// One story told in steps: each goes on where the one before stopped.
test.describe.configure({ mode: 'serial' })

const DEMO_PASSWORD = 'steppe-demo-2026'
const ROSTER = 'name;email\r\n"Vera Holt";vera.holt@example.org\r\nNobody;nowhere\r\n'

let app: TemporaryApp
let context: BrowserContext
let instructor: Page
let joined: Page
let link = ''

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000)
  app = await temporaryApp('demo', ['--learners', '4', '--days', '40'])
  context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
  instructor = await context.newPage()
  joined = await (await browser.newContext()).newPage()
})
test.afterAll(() => app.remove())

const tab = (name: string) =>
  instructor.getByRole('navigation', { name: 'Winter intake' }).getByRole('link', { name })

test('a cohort is made and people are invited from a CSV, the wrong line left out', async () => {
  await signInAs(instructor, app.url, 'instructor@demo.example', DEMO_PASSWORD)
  await expect(instructor).not.toHaveURL(/sign-in/)
  await instructor.goto(`${app.url}/cohorts`)
  await instructor.getByLabel('Name').fill('Winter intake')
  await instructor.getByRole('button', { name: 'Create the cohort' }).click()
  await instructor.getByRole('link', { name: 'Invite analysts' }).click()
  await instructor
    .getByLabel('Or choose a CSV file')
    .setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(ROSTER) })
  await instructor.getByRole('button', { name: 'Check the lines' }).click()
  const faults = instructor.getByRole('table', { name: 'Lines with errors' })
  await expect(faults.getByRole('row', { name: /3.*nowhere/ })).toBeVisible()
  await instructor.getByRole('button', { name: /Invite 1 person/ }).click()
  const invited = instructor.getByRole('table', { name: 'People invited' })
  await expect(invited.getByRole('rowheader', { name: 'Vera Holt' })).toBeVisible()
  link = (await invited.textContent())?.match(/https?:\S+\/join\/[\w-]+/)?.[0] ?? ''
  expect(link).not.toBe('')
})

test('an invited person finds name and address filled in, and joins', async () => {
  await joined.goto(link)
  await expect(joined.getByRole('heading', { name: 'Join Winter intake' })).toBeVisible()
  await expect(joined.getByLabel('Name')).toHaveValue('Vera Holt')
  await expect(joined.getByLabel('E-mail address')).toHaveValue('vera.holt@example.org')
  await joined.getByLabel('Password').fill('a long enough one')
  await joined.keyboard.press('Enter')
  await expect(joined).toHaveURL(/\/course/)
})

test('an assignment appears on the analyst’s Today, and an extension moves it', async () => {
  await tab('Assignments').click()
  await instructor.getByLabel('Days', { exact: true }).fill('10')
  await instructor.getByRole('button', { name: 'Assign', exact: true }).click()
  const assigned = instructor.getByRole('table', { name: 'Assignments of this cohort' })
  await expect(assigned.getByText('10 days after joining')).toBeVisible()
  await joined.goto(`${app.url}/today`)
  const own = joined.getByRole('region', { name: 'Assignments' })
  await expect(own.getByText(/in 10 days · 0.% ready \(target 80/)).toBeVisible()

  await assigned.getByRole('link').first().click()
  const form = instructor.getByRole('region', { name: 'Extend the due date for one analyst' })
  await form.getByLabel('Analyst').selectOption({ label: 'Vera Holt' })
  const day = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10)
  await form.getByLabel('New due date').fill(day)
  await form.getByLabel('Reason').fill('Starts on the night desk.')
  await form.getByRole('button', { name: 'Extend' }).click()
  await expect(instructor.getByRole('row', { name: /Vera Holt.*night desk/ })).toBeVisible()
  await joined.reload()
  await expect(own.getByText(/in (19|20|21) days/)).toBeVisible()
})

test('a flag from the review is answered, and the analyst sees the reply', async () => {
  const analyst = await (await context.browser()?.newContext())?.newPage()
  if (!analyst) throw new Error('No browser')
  await signInAs(analyst, app.url, 'dov.marek@demo.example', DEMO_PASSWORD)
  await expect(analyst).toHaveURL(/\/today/)
  await analyst.goto(`${app.url}/review`)
  await expect(analyst.locator('[data-prompt]')).toBeVisible()
  await analyst.keyboard.press('f')
  const dialog = analyst.getByRole('dialog', { name: 'Flag this question' })
  await dialog.getByLabel('Comment').fill('Which of the two dates is meant?')
  await dialog.getByRole('button', { name: 'Send flag' }).click()
  await expect(dialog).toHaveCount(0)

  await instructor.goto(`${app.url}/cohorts`)
  await instructor.getByRole('link', { name: 'Autumn intake' }).first().click()
  const nav = instructor.getByRole('navigation', { name: 'Autumn intake' })
  await nav.getByRole('link', { name: 'Inbox' }).click()
  await expect(instructor).toHaveURL(/inbox/)
  await expect(async () => {
    await instructor.reload()
    await expect(instructor.getByText('Which of the two dates is meant?')).toBeVisible({
      timeout: 2000,
    })
  }).toPass()
  const flag = instructor.getByRole('listitem').filter({ hasText: 'Which of the two dates' })
  await flag.getByLabel('Reply to Dov Marek').fill('The one in the charter.')
  await flag.getByRole('button', { name: 'Reply and mark solved' }).click()
  await expect(flag).toHaveCount(0)

  await analyst.goto(`${app.url}/notifications`)
  await analyst.getByRole('link', { name: /replied to your flag/ }).click()
  await expect(analyst.getByText('The one in the charter.')).toBeVisible()
  await expect(analyst.getByText('new reply')).toBeVisible()
})

test('an at-risk flag can be snoozed with a note, and comes back', async () => {
  await instructor.goto(`${app.url}/cohorts`)
  await instructor.getByRole('link', { name: 'Autumn intake' }).first().click()
  const talk = instructor.getByRole('region', { name: 'Needs attention' })
  const first = talk
    .getByRole('listitem')
    .filter({ has: instructor.getByText('Snooze') })
    .first()
  const name = (await first.getByRole('link').first().textContent()) ?? ''
  await first.getByText('Snooze').first().click()
  await first.getByLabel('Note').fill('On a course until Friday.')
  await first.getByRole('button', { name: 'Snooze' }).click()
  await talk.getByText('Snoozed: 1').click()
  await expect(talk.getByText(/Snoozed until .* On a course until Friday/)).toBeVisible()
  await talk.getByRole('button', { name: `Show again ${name}` }).click()
  await expect(talk.getByText('Snoozed: 1')).toHaveCount(0)
})

test('every page and export of the cohort is a 404 for another instructor and for an analyst', async () => {
  const cohort = new URL(instructor.url()).pathname.match(/\/cohorts\/[0-9a-f-]{36}/)?.[0] ?? ''
  const learner = await instructor
    .locator(`a[href^="${cohort}/learners/"]`)
    .first()
    .getAttribute('href')
  await createUser(app.dataDir, {
    email: 'other@example.org',
    name: 'Other One',
    role: 'instructor',
    password: DEMO_PASSWORD,
  })
  const paths = [
    '',
    '/questions',
    '/questions/mem-uz-stays-sco',
    '/inbox',
    '/assignments',
    '/exams',
    '/exams/new',
    '/forecasts',
    '/people',
    '/export/readiness.csv',
    '/export/people.csv',
    '/export/revlog.csv',
    '/export/xapi.json',
  ].map((path) => cohort + path)
  const own = await signIn(app.url, 'instructor@demo.example', DEMO_PASSWORD)
  for (const email of ['other@example.org', 'amina.castell@demo.example']) {
    const client = await signIn(app.url, email, DEMO_PASSWORD)
    for (const path of [...paths, learner?.split('?')[0] ?? '']) {
      expect((await client.get(path)).status, `${email} ${path}`).toBe(404)
    }
  }
  for (const path of paths) expect((await own.get(path)).status, path).toBe(200)
})
