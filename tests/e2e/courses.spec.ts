import { expect, type Page, test } from '@playwright/test'
import { asLibrary } from '@/lib/compiler/library/library-files'
import { createUser, steppe } from '../support/command-line'
import { folderWith } from '../support/library'
import { signInAs } from '../support/people'
import { SECOND_COURSE } from '../support/second-course'
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

test.describe('a cohort of several courses', () => {
  const at = (path: string) => `${app.url}/cohorts/${cohort}${path}`
  const courseLinks = () => author.getByRole('navigation', { name: 'Course', exact: true })
  const sideways = () =>
    author.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)

  test.beforeAll(async () => {
    const folder = folderWith(asLibrary(SECOND_COURSE))
    try {
      await steppe(app.dataDir, ['course', 'publish', folder.path])
    } finally {
      folder.remove()
    }
    await author.goto(at('/people'))
    const courses = author.getByRole('region', { name: 'Courses' })
    for (const box of await courses.getByRole('checkbox').all()) await box.check()
    await courses.getByRole('button', { name: 'Change the courses' }).click()
    await expect(courses.getByText('The courses of the cohort are changed.')).toBeVisible()
  })

  test('has an exam of two of them, made from their topics below the title of each', async () => {
    await author.goto(at('/exams/new'))
    const blueprint = author.getByRole('table', { name: 'Questions of each topic' })
    const titles = ['The Black Sea', 'The mountain passes']
    for (const title of titles) {
      await expect(blueprint.getByRole('rowheader', { name: title })).toBeVisible()
    }
    await expect(blueprint.getByText('This course has no topic yet.')).toHaveCount(1)
    expect(await violationsOf(author)).toEqual([])
    await author.setViewportSize({ width: 360, height: 740 })
    expect(await sideways()).toBeLessThanOrEqual(0)
    await author.setViewportSize({ width: 1280, height: 720 })

    await author.getByLabel('Title').fill('Of both')
    await blueprint.getByRole('spinbutton').first().fill('1')
    await blueprint.getByLabel('Snow').fill('1')
    await expect(author.getByText('2 questions in all')).toBeVisible()
    await author.getByRole('button', { name: 'Create the exam' }).click()
    await expect(author.getByRole('heading', { level: 1, name: 'Of both' })).toBeVisible()
    const csv = await author.request.get(at('/export/exams.csv'))
    expect(await csv.text()).toMatch(/"Of both",2,.*"[a-z-]+; passes"\r\n/)
  })

  test('has an exam of one of them, which the address names', async () => {
    await author.goto(at('/exams/new'))
    await courseLinks().getByRole('link', { name: 'The mountain passes' }).click()
    await expect(author).toHaveURL(at('/exams/new?course=passes'))
    await expect(author.getByRole('spinbutton', { name: 'Snow' })).toBeVisible()
    const blueprint = author.getByRole('table', { name: 'Questions of each topic' })
    await expect(blueprint.getByRole('spinbutton')).toHaveCount(1)
    await author.reload()
    await expect(blueprint.getByRole('spinbutton')).toHaveCount(1)
    await courseLinks().getByRole('link', { name: 'All courses' }).click()
    await expect(blueprint.getByRole('spinbutton').nth(1)).toBeVisible()
  })

  test('assigns of one course after another, and the page stays with the course', async () => {
    await author.goto(at('/assignments'))
    const form = author.getByRole('region', { name: 'New assignment' })
    const target = form.getByLabel('Module or lesson')
    await expect(target.getByRole('option', { name: 'When the passes close' })).toHaveCount(0)
    await courseLinks().getByRole('link', { name: 'The Black Sea' }).click()
    await expect(form.getByText('There is nothing to assign in this course yet')).toBeVisible()
    await courseLinks().getByRole('link', { name: 'The mountain passes' }).click()
    await expect(target.getByRole('option')).toHaveText([
      'Winter on the passes: the whole module',
      'When the passes close',
    ])
    expect(await violationsOf(author)).toEqual([])
    await author.setViewportSize({ width: 360, height: 740 })
    expect(await sideways()).toBeLessThanOrEqual(0)
    await author.setViewportSize({ width: 1280, height: 720 })
    await target.selectOption({ label: 'When the passes close' })
    await form.getByRole('button', { name: 'Assign', exact: true }).click()
    const assigned = author.getByRole('table', { name: 'Assignments of this cohort' })
    await expect(assigned.getByRole('link', { name: 'When the passes close' })).toBeVisible()
    await assigned.getByRole('link', { name: 'Due', exact: true }).click()
    await expect(author).toHaveURL(/course=passes&sort=due/)
    await assigned.getByRole('link', { name: 'When the passes close' }).click()
    const change = author.getByRole('region', { name: 'Change the assignment for all' })
    await expect(change.getByLabel('Module or lesson')).toHaveValue('lesson closing')
  })

  test('chooses the course of a form without JavaScript too', async ({ browser }) => {
    const storageState = await author.context().storageState()
    const context = await browser.newContext({ javaScriptEnabled: false, storageState })
    const page = await context.newPage()
    await page.goto(at('/assignments'))
    const links = page.getByRole('navigation', { name: 'Course', exact: true })
    await links.getByRole('link', { name: 'The mountain passes' }).click()
    const target = page.getByLabel('Module or lesson')
    await expect(target.getByRole('option')).toHaveText([
      'Winter on the passes: the whole module',
      'When the passes close',
    ])
    await context.close()
  })
})
