import { expect, type Page, test } from '@playwright/test'
import { createUser } from '../support/command-line'
import { signInAs } from '../support/people'
import { type TemporaryApp, temporaryApp } from '../support/temporary-app'
import { violationsOf } from '../support/violations'

// One story told in steps: each goes on where the one before stopped.
test.describe.configure({ mode: 'serial', timeout: 180_000 })

const DEMO_PASSWORD = 'steppe-demo-2026'
const LESSON = 'observers-candidates-guests'
// A first look at a course compiles it, which takes a busy machine a while.
const PATIENCE = { timeout: 60_000 }
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

let app: TemporaryApp
let author: Page
let reviewer: Page
let draft = ''

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000)
  app = await temporaryApp('demo', ['--learners', '4', '--days', '40'])
  const rea = { name: 'Rea Viewer', email: 'rea@example.org', role: 'instructor' }
  await createUser(app.dataDir, { ...rea, password: 'a long enough one' })
  const opened = async () => (await browser.newContext()).newPage()
  ;[author, reviewer] = [await opened(), await opened()]
  await signInAs(author, app.url, 'instructor@demo.example', DEMO_PASSWORD)
  await expect(author).toHaveURL(`${app.url}/cohorts`)
  await signInAs(reviewer, app.url, 'rea@example.org')
  await expect(reviewer).toHaveURL(`${app.url}/cohorts`)
})
test.afterAll(() => app.remove())

const save = async () => {
  await author.getByRole('button', { name: 'Save in the draft' }).click()
  await expect(author).toHaveURL(draft, PATIENCE)
}

test('an instructor adds to a fact who joined, and is told at its row while it cannot be', async () => {
  await author.goto(`${app.url}/authoring`)
  await author.getByLabel('What it is about').first().fill('Observers and an image')
  await author.getByRole('button', { name: 'Start a draft' }).click()
  await expect(author.getByRole('heading', { name: 'Observers and an image' })).toBeVisible(
    PATIENCE,
  )
  draft = author.url()
  await author.getByRole('link', { name: /^Edit +membership change/ }).click()
  await author.getByRole('link', { name: /India, Iran and Pakistan became observers/ }).click()
  const rows = author.getByRole('group', { name: 'Who joined or left' })
  await expect(rows.getByRole('group', { name: 'Membership change 1' })).toBeVisible(PATIENCE)
  await rows.getByRole('button', { name: 'Add a membership change' }).click()
  const row = rows.getByRole('group', { name: 'Membership change 2' })
  await row.getByLabel('Organisation').selectOption('sco')
  await row.getByLabel('As', { exact: true }).selectOption('observer')
  await row.getByLabel('What they did').selectOption('leaves')
  await row.getByLabel('States').fill('by')
  await row.getByLabel('When').fill('2005-07')
  await expect(row.getByText(/is not an observer at that time/)).toBeVisible(PATIENCE)
  await row.getByLabel('What they did').selectOption('joins')
  await expect(author.getByText('The course has no faults with it.')).toBeVisible(PATIENCE)
  expect(await violationsOf(author)).toEqual([])
  await save()
  await expect(author.getByText('sco | observer | joins | 2005-07 | by')).toBeVisible()
})

test('a file that is no image is refused in words, and nothing that was typed is lost', async () => {
  await author.getByRole('link', { name: /^Add +image/ }).click()
  await author.getByLabel('Alternative text').fill('A hall with a round table.')
  const file = author.getByLabel('Image file')
  await file.setInputFiles({
    name: 'hall.png',
    mimeType: 'image/png',
    buffer: Buffer.from('no image at all'),
  })
  await expect(author.getByText(/The file is no png image, whatever its name says/)).toBeVisible()
  await expect(author.getByLabel('Alternative text')).toHaveValue('A hall with a round table.')
})

test('an image is chosen, shown beside its form and put into a lesson', async () => {
  await author.getByLabel('Image file').setInputFiles({
    name: 'Round table.png',
    mimeType: 'image/png',
    buffer: PNG,
  })
  await expect(author.getByText('Round table.png, not saved yet')).toBeVisible()
  await author.getByLabel('Source').fill('Drawn for this test')
  await author.getByLabel('Licence').fill('CC0 1.0')
  await expect(author.getByRole('img', { name: 'A hall with a round table.' })).toBeVisible(
    PATIENCE,
  )
  expect(await violationsOf(author)).toEqual([])
  await save()
  await author.goto(`${draft}/lessons/${LESSON}`)
  const text = author.getByLabel('Text', { exact: true })
  const body = await text.inputValue()
  await text.fill(
    body.replace(
      '## What remains uncertain',
      '::image{id=round-table}\n\n## What remains uncertain',
    ),
  )
  await expect(author.getByText('The course has no faults with it.')).toBeVisible(PATIENCE)
  await save()
  await author.getByRole('button', { name: 'Ask for review' }).click()
  await expect(author.getByText(/waits for review/i).first()).toBeVisible(PATIENCE)
})

const isDrawn = (img: HTMLImageElement) => img.complete && img.naturalWidth > 0

test('the reviewer sees the file of the image and publishes it, and the lesson shows it', async () => {
  await reviewer.goto(draft)
  const shown = reviewer.getByRole('listitem').filter({ hasText: 'images/round-table.png' })
  await expect.poll(() => shown.locator('img').evaluate(isDrawn)).toBe(true)
  expect(await violationsOf(reviewer)).toEqual([])
  await reviewer.getByRole('button', { name: 'Approve and publish' }).click()
  await expect(reviewer.getByText(/published as version \d+/)).toBeVisible(PATIENCE)
  await reviewer.goto(`${app.url}/lessons/${LESSON}`)
  const image = reviewer.getByRole('img', { name: 'A hall with a round table.' })
  await image.scrollIntoViewIfNeeded()
  await expect.poll(() => image.evaluate(isDrawn)).toBe(true)
  await reviewer.goto(draft)
  await expect.poll(() => shown.locator('img').evaluate(isDrawn)).toBe(true)
})
