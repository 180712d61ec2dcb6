import { expect, type Page, test } from '@playwright/test'
import type { Question } from '../../lib/course/types'
import { createUser } from '../support/command-line'
import { signInAs } from '../support/people'
import { compileFolder } from '../support/real-course'
import { type TemporaryApp, temporaryApp } from '../support/temporary-app'
import { expectSound } from '../support/violations'

const PERSON = { email: 'ada@example.org', password: 'a long enough one' }

let app: TemporaryApp
let page: Page
let questions: readonly Question[]
test.describe.configure({ mode: 'serial' })
test.beforeAll(async ({ browser }) => {
  questions = (await compileFolder()).questions
  app = await temporaryApp()
  await createUser(app.dataDir, { ...PERSON, name: 'Ada', role: 'learner' })
  page = await (await browser.newContext({ viewport: { width: 360, height: 800 } })).newPage()
  await signInAs(page, app.url, PERSON.email, PERSON.password)
  await expect(page).toHaveURL(/\/today/)
})
test.afterAll(() => app.remove())

/** The question on the screen. */
async function shown(): Promise<Question> {
  const prompt = page.locator('[data-prompt]')
  await expect(prompt).toBeVisible()
  const text = (await prompt.textContent()) ?? ''
  const found = questions.filter((question) =>
    question.kind === 'cloze'
      ? text.startsWith(question.before.trim().slice(0, 90))
      : question.prompt === text,
  )
  expect(
    found.map(({ id }) => id),
    text,
  ).toHaveLength(1)
  return found[0] as Question
}

const heading = () => page.getByRole('heading', { level: 1 })
const isAsking = async () => (await heading().textContent()) === 'Placement'
const next = async (before: string) =>
  expect(page.getByText(before, { exact: true })).toHaveCount(0)
const questionNumber = () => page.getByText(/^Question \d+$/).textContent()

/** Rightly, by keyboard alone; what is put in order is given up. */
async function answer(question: Question): Promise<void> {
  const pickOption = async (text: string) => {
    const options = await page.locator('form label').allInnerTexts()
    const place = options.findIndex((option) => option.replace(/^\w\n/i, '').trim() === text)
    expect(place, text).toBeGreaterThanOrEqual(0)
    await page.keyboard.press('abcdefghi'[place] ?? '')
  }
  if (question.kind === 'cloze' || question.kind === 'text') {
    await page.keyboard.type(question.answer)
    await page.keyboard.press('Enter')
  } else if (question.kind === 'number') {
    await page.keyboard.type(`${question.answer}`)
    await page.keyboard.press('Enter')
  } else if (question.kind === 'choice' || question.kind === 'multi') {
    const picked = question.kind === 'choice' ? [question.answer] : question.answers
    for (const option of picked) await pickOption(option)
    await page.keyboard.press('Enter')
  } else {
    await page.keyboard.press('Escape')
    await page.keyboard.press('0')
  }
}

test('a newcomer is offered the placement, and chooses modules', async () => {
  await page.getByRole('link', { name: 'Take a short test' }).click()
  await expect(heading()).toHaveText('Skip lessons you already know')
  await expectSound(page)
  for (const place of [0, 1, 2, 3]) {
    await page.getByRole('checkbox').nth(place).focus()
    await page.keyboard.press('Space')
  }
  await page.getByRole('button', { name: 'Start', exact: true }).press('Enter')
  await expect(page).toHaveURL(/\/placement\/test\?module=/)
  expect(await isAsking()).toBe(true)
  await expectSound(page)
})

test('the answers are typed by keyboard alone, and survive a reload', async () => {
  let asked = 0
  while (await isAsking()) {
    const before = (await questionNumber()) ?? ''
    await answer(await shown())
    if (await isAsking()) await next(before)
    asked += 1
    if (asked === 2) {
      await page.reload()
      await expect(page.getByText('Question 3', { exact: true })).toBeVisible()
    }
  }
  await expect(heading()).toHaveText(/^You know \d+ lessons? of/)
  await expect(heading()).toBeFocused()
  await expectSound(page)
})

test('the ticked lesson is skipped, its questions unlock, and the skip can be undone', async () => {
  await page.getByRole('button', { name: /^Skip \d+ lesson/ }).press('Enter')
  await expect(page.getByText(/lessons? (is|are) skipped/)).toBeVisible()
  await page.getByRole('link', { name: 'See the course' }).click()
  // Its module is a list item around it.
  const lesson = page
    .getByRole('listitem')
    .filter({ hasText: 'Skipped', hasNot: page.getByRole('listitem') })
    .first()
  await expect(lesson).toBeVisible()
  await lesson.getByRole('link').first().click()
  await expect(page.getByText(/You skipped this lesson in a placement/)).toBeVisible()
  await expectSound(page)
  await page.getByRole('button', { name: 'Undo the skip' }).press('Enter')
  await expect(page.getByText(/Finish the lesson to unlock \d+ questions/)).toBeVisible()
})

test('an unknown module is not found', async () => {
  const response = await page.goto(`${app.url}/placement/test?module=atlantis`)
  expect(response?.status()).toBe(404)
})
