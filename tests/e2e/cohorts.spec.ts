import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { pressOn, tabTo, typeInto } from '../support/by-keyboard'
import { createUser } from '../support/command-line'
import { gradedEvent } from '../support/graded-event'
import { signIn } from '../support/http-client'
import { signInAs } from '../support/people'
import { compileFolder } from '../support/real-course'
import { leaveFirstField } from '../support/study'
import { type TemporaryApp, temporaryApp } from '../support/temporary-app'
import { violationsOf } from '../support/violations'

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

// What the instructor does up to the exam is done with the keyboard alone.

test('a cohort is made and people are invited from a CSV, the wrong line left out', async () => {
  await signInAs(instructor, app.url, 'instructor@demo.example', DEMO_PASSWORD)
  await expect(instructor).toHaveURL(`${app.url}/cohorts`)
  await typeInto(instructor.getByLabel('Name'), 'Winter intake')
  await instructor.keyboard.press('Enter')
  await pressOn(instructor.getByRole('link', { name: 'Invite analysts' }))
  const [chooser] = await Promise.all([
    instructor.waitForEvent('filechooser'),
    pressOn(instructor.getByLabel('Or choose a CSV file'), 'Space'),
  ])
  await chooser.setFiles({
    name: 'people.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(ROSTER),
  })
  await pressOn(instructor.getByRole('button', { name: 'Check the lines' }))
  const faults = instructor.getByRole('table', { name: 'Lines with errors' })
  await expect(faults.getByRole('row', { name: /3.*nowhere/ })).toBeVisible()
  await pressOn(instructor.getByRole('button', { name: /Invite 1 person/ }))
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
  await expect(joined).toHaveURL(/\/today/)
  await expect(joined.getByRole('link', { name: /^Read “/ })).toBeVisible()
})

test('an assignment appears on the analyst’s Today, and an extension moves it', async () => {
  await pressOn(tab('Assignments'))
  await typeInto(instructor.getByLabel('Days', { exact: true }), '10')
  await expect(instructor.getByText(/of 1 can be through by their due date/)).toBeVisible()
  await pressOn(instructor.getByRole('button', { name: 'Assign', exact: true }))
  const assigned = instructor.getByRole('table', { name: 'Assignments of this cohort' })
  await expect(assigned.getByText('10 days after joining')).toBeVisible()
  await joined.goto(`${app.url}/today`)
  const own = joined.getByRole('region', { name: 'Assignments' })
  await expect(own.getByText(/in 10 days · Core · 0.% ready \(target 80/)).toBeVisible()

  await pressOn(assigned.getByRole('rowheader').getByRole('link').first())
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

test('an exam is made with the keyboard alone', async () => {
  await pressOn(tab('Exams'))
  await pressOn(instructor.getByRole('link', { name: 'New exam' }))
  await typeInto(instructor.getByLabel('Title'), 'Sign-off')
  await typeInto(instructor.getByLabel('Memberships and dates'), '3')
  await pressOn(instructor.getByRole('button', { name: 'Create the exam' }))
  await expect(instructor.getByRole('heading', { level: 1, name: 'Sign-off' })).toBeVisible()
})

test('an analyst on the core by a due date sees only what counts, finishes it, and goes on to full', async () => {
  const { questions } = await compileFolder()
  const core = questions.filter(({ depth }) => depth === 'core')
  await joined.goto(`${app.url}/course`)
  const way = joined.getByRole('region', { name: 'Your way through' })
  await way.getByRole('combobox', { name: 'New questions' }).selectOption('core')
  await way.getByRole('button', { name: 'Change' }).click()
  await expect(way.getByText(`0 of ${core.length} questions begun`)).toBeVisible()
  await expect(way.getByText(/^You are learning: Core, by your cohort until/)).toBeVisible()
  await expect(way.getByText(/\d+ study days at up to \d+ new a day/).first()).toBeVisible()

  const [lesson] = [...new Set(core.map((question) => question.lesson))]
  const asked = core.filter((question) => question.lesson === lesson).length
  await joined.goto(`${app.url}/lessons/${lesson}`)
  await joined.getByRole('button', { name: 'Finish lesson' }).click()
  const own = asked === 1 ? '1 question is' : `${asked} questions are`
  await expect(joined.getByText(`${own} now in your reviews`)).toBeVisible()
  const client = await signIn(app.url, 'vera.holt@example.org', 'a long enough one')
  const depths = async () => {
    const session: { cards: { question: { id: string; depth: string } }[] } = await (
      await client.get('/api/session')
    ).json()
    return new Set(session.cards.map(({ question }) => question.depth))
  }
  expect([...(await depths())]).toEqual(['core'])

  const events = core.map(({ id }) => gradedEvent({ questionId: id }))
  for (let from = 0; from < events.length; from += 50) {
    const sent = await client.post('/api/reviews', { events: events.slice(from, from + 50) })
    expect(sent.status).toBe(200)
  }
  await joined.goto(`${app.url}/course`)
  await expect(way.getByText(`${core.length} of ${core.length} questions begun`)).toBeVisible()
  await way.getByRole('button', { name: 'Go on to full' }).click()
  await expect(way.getByText(/^You are learning: Full, by your own choice/)).toBeVisible()
  await expect(way.getByText(`${core.length} of ${core.length} questions begun`)).toBeVisible()
})

test('a flag from the review is answered, and the analyst sees the reply', async () => {
  const analyst = await (await context.browser()?.newContext())?.newPage()
  if (!analyst) throw new Error('No browser')
  await signInAs(analyst, app.url, 'dov.marek@demo.example', DEMO_PASSWORD)
  await expect(analyst).toHaveURL(/\/today/)
  await analyst.goto(`${app.url}/review`)
  await leaveFirstField(analyst)
  await analyst.keyboard.press('f')
  const dialog = analyst.getByRole('dialog', { name: 'Flag this question' })
  await dialog.getByLabel('Comment').fill('Which of the two dates is meant?')
  await dialog.getByRole('button', { name: 'Send flag' }).click()
  await expect(dialog).toHaveCount(0)

  await instructor.goto(`${app.url}/cohorts`)
  // There are two cohorts with analysts by now, each with the same parts.
  expect(await violationsOf(instructor)).toEqual([])
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
  const pages = instructor.getByRole('navigation', { name: 'Autumn intake' })
  // Nobody of the demo can be through with this by tomorrow, so that somebody needs attention whatever its people do.
  await pages.getByRole('link', { name: 'Assignments' }).click()
  const lessons = instructor.getByLabel('Module or lesson').locator('option')
  const last = (await lessons.last().textContent()) ?? ''
  await instructor.getByLabel('Module or lesson').selectOption({ label: last })
  await instructor.getByLabel('Due', { exact: true }).selectOption('on')
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)
  await instructor.getByLabel('Day', { exact: true }).fill(tomorrow)
  await instructor.getByRole('button', { name: 'Assign', exact: true }).click()
  const assigned = instructor.getByRole('table', { name: 'Assignments of this cohort' })
  await expect(assigned.getByText(last)).toBeVisible()
  await pages.getByRole('link', { name: 'Readiness' }).click()
  const talk = instructor.getByRole('region', { name: 'Needs attention' })
  const first = talk
    .getByRole('listitem')
    .filter({ has: instructor.getByText('Snooze') })
    .first()
  const name = (await first.getByRole('link').first().textContent()) ?? ''
  await pressOn(first.locator('summary').first())
  await typeInto(first.getByLabel('Note'), 'On a course until Friday.')
  await pressOn(first.getByRole('button', { name: 'Snooze' }))
  await pressOn(talk.locator('summary', { hasText: 'Snoozed: 1' }))
  await expect(talk.getByText(/Snoozed until .* On a course until Friday/)).toBeVisible()
  await pressOn(talk.getByRole('button', { name: `Show again ${name}` }))
  await expect(talk.getByText('Snoozed: 1')).toHaveCount(0)
})

test('the matrix is sorted, shows an analyst beside it, and acts on several with an undo, all by keyboard', async () => {
  const matrix = instructor.getByRole('table', { name: /^Readiness in percent/ })
  const names = () => matrix.getByRole('rowheader').getByRole('link').allTextContents()
  const before = await names()
  await pressOn(matrix.getByRole('link', { name: 'Analyst', exact: true }))
  await expect(matrix.getByRole('columnheader', { name: 'Analyst' })).toHaveAttribute(
    'aria-sort',
    'descending',
  )
  expect(await names()).toEqual(before.toReversed())

  const [name = ''] = await names()
  await pressOn(matrix.getByRole('link', { name, exact: true }))
  const panel = instructor.getByRole('complementary', { name })
  await expect(panel.getByRole('heading', { name })).toBeFocused()
  await expect(panel.getByText('Due today')).toBeVisible()
  expect(await violationsOf(instructor)).toEqual([])
  await instructor.keyboard.press('Escape')
  await expect(panel).toHaveCount(0)
  await expect(matrix.getByRole('link', { name, exact: true })).toBeFocused()

  await instructor.goto(instructor.url().replace(/#.*/, ''))
  const act = instructor.getByRole('form', { name: 'With the chosen analysts' })
  await tabTo(act.getByRole('button', { name: 'Send a message' }))
  for (const one of (await names()).slice(0, 2)) {
    await pressOn(matrix.getByRole('checkbox', { name: `Choose ${one}` }), 'Space')
  }
  await instructor.keyboard.press('Enter')
  const asked = instructor.getByRole('region', { name: 'Extend a due date' })
  await expect(asked.getByText('2 analysts:')).toBeVisible()
  await asked.getByLabel('New due date').fill('2030-01-31')
  await typeInto(asked.getByLabel('Reason'), 'Field exercise.')
  await pressOn(asked.getByRole('button', { name: 'Extend for 2 analysts' }))
  const said = instructor.getByRole('main').getByRole('status').first()
  const undo = said.getByRole('button', { name: 'Undo' })
  // It is offered for ten seconds, and for as long as it has the focus.
  await undo.focus()
  await expect(said).toContainText('The due date of 2 analysts is moved to 31 Jan 2030.')
  await pressOn(undo)
  await expect(said).toContainText('Undone: the due date of 2 analysts is as it was before.')
})

test('who is removed, an archive and a revoked invitation come back with Undo, which is said', async () => {
  const cohort = new URL(instructor.url()).pathname.match(/\/cohorts\/[0-9a-f-]{36}/)?.[0] ?? ''
  const said = instructor.getByRole('main').getByRole('status').first()
  await instructor.goto(app.url + cohort)
  await instructor.locator(`a[href^="${cohort}/learners/"]`).first().click()
  await expect(
    instructor.getByText(/If you remove .* [\d,]+ answers? of the last year/),
  ).toBeVisible()
  const name = (await instructor.getByRole('heading', { level: 1 }).textContent()) ?? ''
  await instructor.getByRole('button', { name: 'Remove from the cohort' }).click()
  await expect(said).toContainText(`${name} is removed from “Autumn intake”`)
  const rows = instructor.getByRole('table', { name: 'Analysts of this cohort' })
  await expect(rows.getByRole('link', { name })).toHaveCount(0)
  await said.getByRole('button', { name: 'Undo' }).click()
  await expect(said).toContainText('Undone: the person is in the cohort again')
  await expect(rows.getByRole('link', { name })).toBeVisible()

  await instructor.getByRole('button', { name: 'Archive the cohort' }).click()
  await expect(said).toContainText('The cohort is archived.')
  await said.getByRole('button', { name: 'Undo' }).click()
  await expect(instructor.getByRole('button', { name: 'Archive the cohort' })).toBeVisible()

  await instructor.getByRole('button', { name: 'Create a link' }).click()
  await expect(instructor.getByText('This link works on this computer only')).toBeVisible()
  const open = instructor.getByRole('table', { name: 'Invitations that can still be used' })
  const links = await open.getByRole('button', { name: 'Revoke' }).count()
  await open.getByRole('button', { name: 'Revoke' }).first().click()
  await expect(said).toContainText('The invitation is revoked')
  await said.getByRole('button', { name: 'Undo' }).click()
  await expect(open.getByRole('button', { name: 'Revoke' })).toHaveCount(links)
})

test('a note is deleted only after a dialog has said what that means', async () => {
  const cohort = new URL(instructor.url()).pathname.match(/\/cohorts\/[0-9a-f-]{36}/)?.[0] ?? ''
  await instructor.goto(app.url + cohort)
  await instructor.locator(`a[href^="${cohort}/learners/"]`).first().click()
  await instructor.getByLabel('New note').fill('Reads fast.')
  await instructor.getByRole('button', { name: 'Save the note' }).click()
  // The demo may have written a note about the same analyst.
  const note = instructor.getByRole('listitem').filter({ hasText: 'Reads fast.' })
  const remove = note.getByRole('button', { name: 'Delete this note' })
  await remove.press('Enter')
  const dialog = instructor.getByRole('dialog', { name: 'Delete this note?' })
  await expect(dialog).toContainText('It has 11 characters')
  await instructor.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(remove).toBeFocused()
  await remove.press('Enter')
  await dialog.getByRole('button', { name: 'Delete the note' }).click()
  await expect(instructor.getByText('Reads fast.')).toHaveCount(0)
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
