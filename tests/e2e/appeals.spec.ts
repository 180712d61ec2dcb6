import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import type { Catalogue } from '../../lib/course/types'
import { signInAs } from '../support/people'
import { compileFolder } from '../support/real-course'
import { type TemporaryApp, temporaryApp } from '../support/temporary-app'
import { expectSound } from '../support/violations'

const DEMO_PASSWORD = 'steppe-demo-2026'
const TITLE = 'Typed sign-off'
const TYPED = 'nearly but not quite'
/** So many of the topic's questions that some of them are typed, whatever is drawn: nearly all that one exam can have. */
const QUESTIONS = 30

let app: TemporaryApp
let catalogue: Catalogue
let instructor: Page
let analyst: Page
let context: BrowserContext
let examPage: string
let position = 0
/** What would lead to the answer. */
let secrets: readonly string[] = []

test.describe.configure({ mode: 'serial' })
test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000)
  catalogue = await compileFolder()
  app = await temporaryApp('demo', ['--learners', '3', '--days', '5'])
  instructor = await (await browser.newContext()).newPage()
  await signInAs(instructor, app.url, 'instructor@demo.example', DEMO_PASSWORD)
  await expect(instructor).not.toHaveURL(/sign-in/)
  context = await browser.newContext({ viewport: { width: 360, height: 800 } })
  analyst = await context.newPage()
  await signInAs(analyst, app.url, 'amina.castell@demo.example', DEMO_PASSWORD)
  await expect(analyst).toHaveURL(/\/today/)
})
test.afterAll(() => app.remove())

test('an exam is made and handed in with a typed answer that is not accepted', async () => {
  await instructor.goto(`${app.url}/cohorts`)
  await instructor.getByRole('link', { name: 'Autumn intake' }).click()
  await instructor.getByRole('link', { name: 'Exams' }).click()
  await instructor.getByRole('link', { name: 'New exam' }).click()
  await instructor.getByLabel('Title').fill(TITLE)
  await instructor.getByLabel('Memberships and dates').fill(String(QUESTIONS))
  await instructor.getByLabel('Pass mark, in percent').fill('1')
  await instructor.getByRole('button', { name: 'Create the exam' }).press('Enter')
  await expect(instructor.getByRole('heading', { level: 1 })).toHaveText(TITLE)
  examPage = instructor.url()

  await analyst.goto(`${app.url}/today`)
  await analyst.getByRole('link', { name: TITLE }).press('Enter')
  await analyst.getByRole('button', { name: /^Start/ }).press('Enter')
  for (let number = 1; number <= QUESTIONS; number += 1) {
    await expect(analyst.getByText(`Question ${number} of ${QUESTIONS}`)).toBeVisible()
    const prompt = (await analyst.locator('[data-prompt]').textContent()) ?? ''
    const question = catalogue.questions.find(
      (each) => (each.kind === 'cloze' ? each.before + each.after : each.prompt) === prompt,
    )
    if (question?.kind === 'text' || question?.kind === 'cloze') {
      await analyst.keyboard.type(TYPED)
      await expect(analyst.getByText('All answers saved')).toBeVisible()
      position = number
      secrets = [question.id, question.explanation, ...question.facts]
      break
    }
    await analyst.getByRole('button', { name: /^(Next|Go to hand-in)$/ }).press('Enter')
  }
  expect(position).toBeGreaterThan(0)
  await analyst.getByRole('button', { name: 'Hand in' }).press('Enter')
  await analyst.getByRole('button', { name: 'Hand in' }).first().press('Enter')
  await analyst.waitForURL(/\/exams\/[^/]+$/)
  await expect(analyst.getByRole('heading', { name: 'Attempt 1: not passed' })).toBeVisible()
})

test('the analyst appeals it by keyboard, and sees nothing of the accepted answer', async () => {
  await analyst.getByText('Typed answers that did not count as correct').press('Enter')
  await expect(analyst.getByText(`You typed: ${TYPED}`)).toBeVisible()
  await expectSound(analyst)
  const reason = analyst.getByLabel(`Why is your answer to question ${position} correct?`)
  await reason.fill('It is only spelt differently.')
  await analyst.getByRole('button', { name: 'Appeal' }).press('Enter')
  await expect(analyst.getByText('appeal waits for a decision')).toBeVisible()
  await expect(analyst.getByText('Your reason: It is only spelt differently.')).toBeVisible()
  const page = await analyst.content()
  for (const secret of secrets) expect(page.includes(secret), secret).toBe(false)
  await expectSound(analyst)
})

test('the instructor finds it in the inbox, sees what it rests on, and grants it', async () => {
  await instructor.getByRole('link', { name: 'Inbox' }).click()
  await instructor.getByRole('link', { name: `1 open appeal on answers in “${TITLE}”` }).click()
  await expect(instructor).toHaveURL(examPage)
  const appeals = instructor.getByRole('region', { name: 'Appeals' })
  for (const text of ['Amina Castell', TYPED, 'Accepted', '¶', 'It is only spelt differently.']) {
    await expect(appeals).toContainText(text)
  }
  await expectSound(instructor)
  await appeals.getByRole('button', { name: /^Refuse/ }).press('Enter')
  await expect(appeals.getByText(/Tell the analyst in a reply/)).toBeVisible()
  await appeals.getByRole('button', { name: /^Grant/ }).press('Enter')
  await expect(appeals.getByText('granted', { exact: true })).toBeVisible()
  await expect(instructor.getByRole('table')).toContainText('Passed')
  await expectSound(instructor)
})

test('the analyst is told, has passed, and has a certificate that ends when the grant is taken back', async () => {
  await analyst.goto(`${app.url}/notifications`)
  await expect(analyst.getByText('An exam answer of yours now counts as correct')).toBeVisible()
  await analyst.goto(`${app.url}/today`)
  await analyst.goto(examPage.replace(/\/cohorts\/[^/]+/, ''))
  await expect(analyst.getByRole('heading', { name: 'Attempt 1: passed' })).toBeVisible()
  await analyst.getByRole('link', { name: 'Open the certificate' }).press('Enter')
  await expect(analyst.getByText('Valid', { exact: true })).toBeVisible()

  const appeals = instructor.getByRole('region', { name: 'Appeals' })
  await appeals.getByText('Change the decision').press('Enter')
  await appeals.getByLabel('Reply to Amina Castell').fill('It names another document.')
  await appeals.getByRole('button', { name: /^Take the grant back/ }).press('Enter')
  await expect(appeals.getByText('refused', { exact: true })).toBeVisible()
  await analyst.reload()
  await expect(analyst.getByText('Revoked', { exact: true })).toBeVisible()
})
