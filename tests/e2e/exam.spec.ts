import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import type { Catalogue } from '../../lib/course/types'
import { type ExamQuestion, isMachineGraded } from '../../lib/exam/blueprint'
import { signInAs } from '../support/people'
import { compileFolder } from '../support/real-course'
import { type TemporaryApp, temporaryApp } from '../support/temporary-app'
import { hold } from '../support/typing'
import { expectSound } from '../support/violations'

const DEMO_PASSWORD = 'steppe-demo-2026'
const TITLE = 'Sign-off, first module'

let app: TemporaryApp
let catalogue: Catalogue
let instructor: Page
let analyst: Page
let context: BrowserContext
let certificate: string
/** What the server sent for the exam: before any answer, and in all. */
const sent = { before: '', all: '' }
const asked: ExamQuestion[] = []

test.describe.configure({ mode: 'serial' })
test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000)
  catalogue = await compileFolder()
  app = await temporaryApp('demo', ['--learners', '3', '--days', '12'])
  instructor = await (await browser.newContext()).newPage()
  await signInAs(instructor, app.url, 'instructor@demo.example', DEMO_PASSWORD)
  await expect(instructor).not.toHaveURL(/sign-in/)
  context = await browser.newContext({ viewport: { width: 360, height: 800 } })
  analyst = await context.newPage()
  await analyst.clock.install()
  await signInAs(analyst, app.url, 'amina.castell@demo.example', DEMO_PASSWORD)
  await expect(analyst).toHaveURL(/\/today/)
})
test.afterAll(() => app.remove())

/** The question on the screen. */
async function shown(): Promise<ExamQuestion> {
  const prompt = analyst.locator('[data-prompt]')
  await expect(prompt).toBeVisible()
  const text = (await prompt.textContent()) ?? ''
  const found = catalogue.questions
    .filter(isMachineGraded)
    .filter((question) =>
      question.kind === 'cloze'
        ? text === question.before + question.after
        : question.prompt === text,
    )
  expect(found, text).toHaveLength(1)
  return found[0] as ExamQuestion
}

/** Rightly, by keyboard and the controls that the keyboard reaches. */
async function answer(question: ExamQuestion): Promise<void> {
  const pick = async (texts: readonly string[]) => {
    const labels = analyst.locator('form label')
    await expect(labels).not.toHaveCount(0)
    const options = await labels.allInnerTexts()
    for (const text of texts) {
      const place = options.findIndex((option) => option.replace(/^\w\n/i, '').trim() === text)
      expect(place, text).toBeGreaterThanOrEqual(0)
      await analyst.keyboard.press('abcdefghi'[place] ?? '')
    }
  }
  switch (question.kind) {
    case 'cloze':
    case 'text':
    case 'number':
      return analyst.keyboard.type(`${question.answer}`)
    case 'choice':
      return pick([question.answer])
    case 'multi':
      return pick(question.answers)
    case 'match':
      for (const { left, right } of question.pairs) {
        await analyst.getByLabel(left, { exact: true }).selectOption(right)
      }
      return
    case 'map':
      for (const state of question.answers) {
        const name = catalogue.entities.find(({ id }) => id === state)?.name ?? state
        await analyst.getByRole('checkbox', { name, exact: true }).press('Space')
      }
      return
    case 'order':
      // This field's code comes after the page: without the wait its empty list would be read.
      await expect(analyst.locator('form li')).toHaveCount(question.items.length)
      for (const [place, item] of question.items.entries()) {
        const up = analyst.getByRole('button', { name: `Move up: ${item}`, exact: true })
        const items = await analyst.locator('form li').allInnerTexts()
        const from = items.findIndex((text) => text.includes(item))
        for (let at = from; at > place; at -= 1) await up.press('Enter')
      }
  }
}

/** Every text of a question, shown or not. */
function textsOf(question: ExamQuestion): string[] {
  const states = question.kind === 'map' ? question.candidates : []
  const names = catalogue.entities.filter(({ id }) => states.includes(id)).map(({ name }) => name)
  const texts: string[] = names
  JSON.stringify(question, (_, value: unknown) => {
    if (typeof value === 'string') texts.push(value)
    return value
  })
  return texts
}

/** The rest of a response when these texts are cut out, however they are escaped in it. What was around one never joins. */
function without(response: string, texts: readonly string[]): string {
  const escaped = (text: string) => JSON.stringify(text).slice(1, -1)
  return texts
    .flatMap((text) => [text, escaped(text), escaped(escaped(text))])
    .sort((a, b) => b.length - a.length)
    .reduce((rest, text) => rest.replaceAll(text, ' '), response)
}

/** The same, with the data of React in one piece at its end: a page brings it in pieces, which may end within a word. */
function whole(response: string): string {
  const piece = /self\.__next_f\.push\(\[1,("(?:[^"\\]|\\.)*")\]\)/g
  const pieces = [...response.matchAll(piece)].map(([, text = '""']): string => JSON.parse(text))
  return response.replaceAll(piece, ' ') + pieces.join('')
}

/** Whether it says this by itself: a short answer may stand by chance in a nonce or in the name of a file. */
const says = (response: string, answer: string): boolean => {
  const literal = answer.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
  return new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, 'u').test(response)
}

const next = async (number: number) => {
  await analyst.getByRole('button', { name: /^(Next|Go to hand-in)$/ }).press('Enter')
  if (number <= 5) await expect(analyst.getByText(`Question ${number} of 5`)).toBeVisible()
}

test('an instructor makes an exam from a blueprint', async () => {
  await instructor.goto(`${app.url}/cohorts`)
  await instructor.getByRole('link', { name: 'Autumn intake' }).click()
  await instructor.getByRole('link', { name: 'Exams' }).click()
  await instructor.getByRole('link', { name: 'New exam' }).click()
  await instructor.getByLabel('Title').fill(TITLE)
  await instructor.getByLabel('Memberships and dates').fill('3')
  await instructor.getByLabel('Military exercises').fill('2')
  await expect(instructor.getByText('5 questions in all')).toBeVisible()
  await instructor.getByLabel('Minutes').fill('20')
  await expectSound(instructor)
  await instructor.getByRole('button', { name: 'Create the exam' }).press('Enter')
  await expect(instructor.getByRole('heading', { level: 1 })).toHaveText(TITLE)
  await expect(instructor.getByRole('table')).toContainText('not taken')
  await expectSound(instructor)
})

test('an analyst finds it on Today and starts it by keyboard', async () => {
  const collect = async (path: string, body: () => Promise<string>) => {
    if (/^\/(api\/)?exams\//.test(path)) sent.all += whole(await body().catch(() => ''))
  }
  analyst.on('response', (response) => {
    void collect(new URL(response.url()).pathname, () => response.text())
  })
  await analyst.goto(`${app.url}/today`)
  await analyst.getByRole('link', { name: TITLE }).press('Enter')
  await expect(analyst.getByRole('heading', { level: 1 })).toHaveText(TITLE)
  await expectSound(analyst)
  await analyst.getByRole('button', { name: 'Start: 20 minutes' }).press('Enter')
  await expect(analyst.getByText('Question 1 of 5')).toBeVisible()
  await expect(analyst.getByRole('timer')).toHaveText(/^(20:00|19:\d\d) left$/)
  await expectSound(analyst)
  const beside = await analyst.context().newPage()
  await beside.goto(`${app.url}/exam-running`)
  await expect(beside.getByRole('heading', { name: 'Your exam is open' })).toBeVisible()
  await expectSound(beside)
  await beside.close()
})

test('extra time that the instructor gives during the attempt is said to both', async () => {
  await instructor.getByRole('combobox', { name: 'Analyst' }).selectOption('Amina Castell')
  await instructor.getByLabel('More time').fill('10')
  await instructor.getByLabel('Reason').fill('The network was down.')
  await instructor.getByRole('button', { name: 'Give' }).press('Enter')
  await expect(instructor.getByRole('cell', { name: '10 minutes more' })).toBeVisible()
  await expectSound(instructor)
})

test('Enter held on a question leads to the next one and no further', async () => {
  await shown()
  await hold(analyst, 'Enter')
  await expect(analyst.getByText('Question 2 of 5')).toBeVisible()
  await analyst.getByRole('button', { name: 'Back' }).press('Enter')
  await expect(analyst.getByText('Question 1 of 5')).toBeVisible()
  await analyst.getByRole('button', { name: 'Question 5,' }).press('Enter')
  await expect(analyst.getByText('Question 5 of 5')).toBeVisible()
  await shown()
  await hold(analyst, 'Enter')
  await expect(analyst.getByRole('button', { name: 'Hand in' }).first()).toBeVisible()
  await analyst.getByRole('button', { name: 'Question 1,' }).press('Enter')
  await expect(analyst.getByText('Question 1 of 5')).toBeVisible()
})

test('answers given without a network for a minute arrive when it is back', async () => {
  // Without the scripts: those of Today, from which the exam was opened, are still in the page.
  const page = (await analyst.content()).replace(/<script[\s\S]*?<\/script>/g, '')
  sent.before = sent.all + page
  asked.push(await shown())
  await answer(asked[0] as ExamQuestion)
  await expect(analyst.getByText('All answers saved')).toBeVisible()
  // The page learns with its next answer that its end has moved.
  await expect(analyst.getByText('You have 10 more minutes')).toBeVisible()
  await expect(analyst.getByRole('timer')).toHaveText(/^2\d:\d\d left$/)
  await next(2)
  await context.setOffline(true)
  for (const number of [2, 3]) {
    asked.push(await shown())
    await answer(asked[number - 1] as ExamQuestion)
    await next(number + 1)
  }
  await expect(
    analyst.getByText('No connection. 2 answers kept in this browser.').first(),
  ).toBeVisible()
  await analyst.clock.fastForward('01:00')
  await expect(
    analyst.getByText('No connection. 2 answers kept in this browser.').first(),
  ).toBeVisible()
  await context.setOffline(false)
  await expect(analyst.getByText('All answers saved')).toBeVisible()
})

test('a reload continues at the same question, and the hand-in names the questions without an answer', async () => {
  await analyst.reload()
  await expect(analyst.getByText('3 of 5 answered')).toBeVisible()
  await analyst.getByRole('button', { name: 'Hand in' }).press('Enter')
  await expect(analyst.getByRole('heading', { level: 2 })).toHaveText('2 questions not answered')
  await expectSound(analyst)
  await analyst.getByRole('button', { name: 'Go to first unanswered' }).press('Enter')
  await expect(analyst.getByText('Question 4 of 5')).toBeVisible()
  for (const number of [4, 5]) {
    asked.push(await shown())
    await answer(asked[number - 1] as ExamQuestion)
    await next(number + 1)
  }
  await expect(analyst.getByRole('heading', { level: 2 })).toHaveText('All 5 questions answered')
  await analyst.getByRole('button', { name: 'Hand in' }).first().press('Enter')
  await analyst.waitForURL(/\/exams\/[^/]+$/)
  await expect(analyst.getByRole('heading', { name: 'Attempt 1: passed' })).toBeVisible()
  await expect(analyst.getByText('5 of 5 correct')).toBeVisible()
  await expectSound(analyst)
})

test('no response of the exam held an answer', async () => {
  expect(asked.map(({ topic }) => topic).sort()).toEqual([
    'exercises',
    'exercises',
    'membership',
    'membership',
    'membership',
  ])
  for (const question of asked) {
    for (const secret of [question.id, question.explanation, ...question.facts]) {
      expect(sent.all.includes(secret), secret).toBe(false)
    }
    if (question.kind !== 'text' && question.kind !== 'cloze') continue
    // The other questions may show a word that is the answer to this one.
    const others = asked.filter((other) => other !== question).flatMap(textsOf)
    expect(says(without(sent.before, others), question.answer), question.answer).toBe(false)
  }
  expect(sent.before).toContain(asked[0]?.kind === 'cloze' ? asked[0].before : asked[0]?.prompt)
})

test('anybody can check the certificate, and it says when it was revoked', async ({ browser }) => {
  await analyst.getByRole('link', { name: 'Open the certificate' }).press('Enter')
  await expect(analyst).toHaveURL(/\/certificates\//)
  certificate = analyst.url()
  const anybody = await (
    await browser.newContext({ viewport: { width: 360, height: 800 } })
  ).newPage()
  await anybody.goto(certificate)
  await expect(anybody.getByText('Valid', { exact: true })).toBeVisible()
  for (const text of ['Amina Castell', TITLE, 'Autumn intake', '5 of 5 correct']) {
    await expect(anybody.getByRole('article')).toContainText(text)
  }
  await expectSound(anybody)

  await instructor.reload()
  await instructor.getByText('Revoke certificate').press('Enter')
  await instructor.getByRole('button', { name: 'Revoke the certificate' }).press('Enter')
  await expect(instructor.getByText('revoked on')).toBeVisible()
  await expectSound(instructor)
  await anybody.reload()
  await expect(anybody.getByText('Revoked', { exact: true })).toBeVisible()
  await expectSound(anybody)

  const unknown = await anybody.goto(`${app.url}/certificates/AAAAA-AAAAA-AAAAA-AAAAA-AAAAAA`)
  expect(unknown?.status()).toBe(404)
  await expect(anybody.getByRole('heading')).toHaveText(/no such certificate/)
})

test('an exam of another cohort is not found', async () => {
  const response = await analyst.goto(`${app.url}/exams/00000000-0000-4000-8000-000000000000`)
  expect(response?.status()).toBe(404)
})
