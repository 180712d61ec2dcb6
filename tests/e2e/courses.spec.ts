import { expect, type Page, test } from '@playwright/test'
import { createUser } from '../support/command-line'
import { signInAs } from '../support/people'
import { type TemporaryApp, temporaryApp } from '../support/temporary-app'
import { violationsOf } from '../support/violations'

// One story told in steps: each goes on where the one before stopped.
test.describe.configure({ mode: 'serial', timeout: 180_000 })

const DEMO_PASSWORD = 'steppe-demo-2026'

let app: TemporaryApp
let author: Page
let reviewer: Page
let learner: Page
let draft = ''
let cohort = ''

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000)
  app = await temporaryApp('demo', ['--learners', '4', '--days', '40'])
  const rea = { name: 'Rea Viewer', email: 'rea@example.org', role: 'instructor' }
  await createUser(app.dataDir, { ...rea, password: 'a long enough one' })
  const opened = async () => (await browser.newContext()).newPage()
  ;[author, reviewer, learner] = [await opened(), await opened(), await opened()]
})
test.afterAll(() => app.remove())

test('an instructor begins an empty course, which asks for no file and has no fault', async () => {
  await signInAs(author, app.url, 'instructor@demo.example', DEMO_PASSWORD)
  await expect(author).toHaveURL(`${app.url}/cohorts`)
  await author.goto(`${app.url}/authoring`)
  const form = author.getByRole('region', { name: 'New course' })
  await form.getByLabel('Title of the course').fill('The Black Sea')
  await form.getByLabel('What it is about').fill('Fleets, straits and ports.')
  await form.getByRole('button', { name: 'Begin the course' }).click()
  // The page of a draft compiles every course, which a busy machine does for the first time in a while.
  const heading = author.getByRole('heading', { name: 'New course: The Black Sea' })
  await expect(heading).toBeVisible({ timeout: 60_000 })
  await expect(author.getByText('The course has no faults with this draft.')).toBeVisible()
  expect(await violationsOf(author)).toEqual([])
  draft = author.url()
  await author.getByRole('button', { name: 'Ask for review' }).click()
  await expect(author.getByText(/waits for review/i).first()).toBeVisible({ timeout: 60_000 })
})

test('a second instructor publishes it', async () => {
  await signInAs(reviewer, app.url, 'rea@example.org')
  await expect(reviewer).toHaveURL(`${app.url}/cohorts`)
  await reviewer.goto(draft)
  await reviewer.getByRole('button', { name: 'Approve and publish' }).click()
  await expect(reviewer.getByText(/published as version \d+/)).toBeVisible({ timeout: 60_000 })
})

test('the cohorts that there are go on with what they learn, and a cohort gets the course', async () => {
  await author.goto(`${app.url}/cohorts`)
  await author.getByRole('rowheader').getByRole('link').first().click()
  await author.getByRole('link', { name: 'People', exact: true }).click()
  const courses = author.getByRole('region', { name: 'Courses' })
  await expect(courses.getByLabel('The Black Sea')).not.toBeChecked()
  await expect(courses.getByRole('checkbox', { checked: true })).toHaveCount(1)
  await courses.getByLabel('The Black Sea').check()
  await courses.getByRole('button', { name: 'Change the courses' }).click()
  await expect(courses.getByText('The courses of the cohort are changed.')).toBeVisible()
  expect(await violationsOf(author)).toEqual([])
  cohort = author.url().match(/cohorts\/([0-9a-f-]+)/)?.[1] ?? ''
  expect(cohort).not.toBe('')
})

test('an analyst of that cohort sees it beside the shipped course', async () => {
  await signInAs(learner, app.url, 'amina.castell@demo.example', DEMO_PASSWORD)
  await expect(learner).toHaveURL(/\/today/)
  await learner.goto(`${app.url}/course`)
  await expect(learner.getByRole('heading', { name: 'The Black Sea', exact: true })).toBeVisible()
  await expect(learner.getByText('There is nothing to learn in it yet.')).toBeVisible()
  await expect(learner.locator('.module-fold').first()).toBeVisible()
  expect(await violationsOf(learner)).toEqual([])
  await learner.goto(`${app.url}/course?course=black-sea`)
  await learner.goto(`${app.url}/course?course=the-black-sea`)
  await expect(learner.locator('.module-fold')).toHaveCount(0)
  await learner.getByRole('link', { name: 'All your courses' }).click()
  await expect(learner.locator('.module-fold').first()).toBeVisible()
})

test('a cohort that learns the new course alone is asked nothing of the other', async () => {
  await author.goto(`${app.url}/cohorts/${cohort}/people`)
  const courses = author.getByRole('region', { name: 'Courses' })
  for (const box of await courses.getByRole('checkbox').all()) await box.uncheck()
  await courses.getByLabel('The Black Sea').check()
  await courses.getByRole('button', { name: 'Change the courses' }).click()
  await expect(courses.getByText('The courses of the cohort are changed.')).toBeVisible()
  await learner.goto(`${app.url}/course`)
  await expect(learner.getByRole('heading', { level: 1, name: 'The Black Sea' })).toBeVisible()
  await expect(learner.locator('.module-fold')).toHaveCount(0)
  for (const path of [
    '/today',
    '/review',
    '/progress',
    '/atlas',
    '/timeline',
    '/sources',
    '/questions',
  ]) {
    const answer = await learner.goto(`${app.url}${path}`)
    expect(answer?.status(), path).toBe(200)
  }
  for (const path of ['', '/people', '/questions', '/exams/new', '/assignments', '/gradebook']) {
    const answer = await author.goto(`${app.url}/cohorts/${cohort}${path}`)
    expect(answer?.status(), path).toBe(200)
  }
})
