import { expect, type Page, test } from '@playwright/test'
import { createUser, steppe } from '../support/command-line'
import { signInAs } from '../support/people'
import { finishLesson } from '../support/study'
import { type TemporaryApp, temporaryApp } from '../support/temporary-app'

const PERSON = { email: 'noor@example.org', password: 'a long enough one' }
const REVIEWS = '**/api/reviews'

let app: TemporaryApp
let page: Page
test.describe.configure({ mode: 'serial' })
test.beforeAll(async ({ browser }) => {
  app = await temporaryApp()
  await createUser(app.dataDir, { ...PERSON, name: 'Noor Vega', role: 'learner' })
  page = await (await browser.newContext()).newPage()
  await signInAs(page, app.url, PERSON.email, PERSON.password)
  await expect(page).toHaveURL(/\/today/)
  await finishLesson(page, `${app.url}/lessons/shanghai-five-to-sco`)
})
test.afterAll(() => app.remove())

test('answers given without a network are kept, shown as unsent, and sent when it is back', async () => {
  await openReview()
  const before = await events()
  await page.context().setOffline(true)
  for (let i = 0; i < 3; i += 1) await answer('1')
  await expect(page.getByText('Offline, 3 kept on this device')).toBeVisible()
  await page.context().setOffline(false)
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  expect(await events()).toBe(before + 3)
})

test('answers that were unsent when the page was left are sent at the next visit, which asks other questions', async () => {
  await openReview()
  const before = await events()
  await page.route(REVIEWS, (route) => route.abort())
  const asked = [await answer('4'), await answer('4')]
  await expect(page.getByText('Offline, 2 kept on this device')).toBeVisible()
  await page.goto('about:blank')
  await page.unroute(REVIEWS)
  await openReview()
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await expect.poll(events).toBe(before + 2)
  const left: string[] = []
  for (let i = 0; i < 3; i += 1) left.push(await answer('1'))
  expect(left.filter((prompt) => asked.includes(prompt))).toEqual([])
})

test('an answer whose receipt was lost is sent again and counts once', async () => {
  await openReview()
  const before = await events()
  let lost = 0
  await page.route(REVIEWS, async (route) => {
    await route.fetch()
    lost += 1
    await route.abort()
  })
  await answer('1')
  await expect.poll(() => lost).toBeGreaterThan(0)
  // A retry may be on its way to the server: its handler must end before the route does.
  await page.unrouteAll({ behavior: 'wait' })
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  expect(await events()).toBe(before + 1)
})

test('an answer that the server refuses is shown with the reason until it is read', async () => {
  await openReview()
  await page.route(REVIEWS, (route) =>
    route.fulfill({
      json: {
        results: [
          { id: null, status: 'rejected', reason: 'malformed', message: 'Not in this house.' },
        ],
        serverNow: Date.now(),
      },
    }),
  )
  await answer('1')
  await expect(page.getByText('Not in this house.')).toBeVisible()
  await page.unroute(REVIEWS)
  await page.reload()
  await expect(page.getByText('Not in this house.')).toBeVisible()
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await page.reload()
  await expect(page.locator('[data-prompt]')).toBeVisible()
  await expect(page.getByText('Not in this house.')).toHaveCount(0)
})

test('unsent answers of one account are never recorded for another account on the same machine', async () => {
  await openReview()
  const before = await events()
  await page.route(REVIEWS, (route) => route.abort())
  await answer('1')
  await expect(page.getByText('Offline, 1 kept on this device')).toBeVisible()

  const other = { email: 'kim@example.org', password: PERSON.password }
  await createUser(app.dataDir, { ...other, name: 'Kim', role: 'learner' })
  const context = page.context()
  await context.clearCookies()
  const kim = await context.newPage()
  await signInAs(kim, app.url, other.email, other.password)
  await expect(kim).toHaveURL(/\/today/)

  // Noor's tab sends again under Kim's session.
  await page.unroute(REVIEWS)
  await expect(page.getByText('You are signed out')).toBeVisible()
  await kim.goto(`${app.url}/review`)
  await expect(kim.getByRole('heading', { name: 'No reviews due' })).toBeVisible()
  expect(await events()).toBe(before)
  await kim.close()

  await context.clearCookies()
  await signInAs(page, app.url, PERSON.email, PERSON.password)
  await expect(page).toHaveURL(/\/today/)
  await openReview()
  await expect.poll(events).toBe(before + 1)
})

test('a browser that is signed out keeps its answers and sends them after the next sign-in', async () => {
  await openReview()
  const before = await events()
  await page.context().clearCookies()
  await answer('1')
  await expect(page.getByText('You are signed out')).toBeVisible()
  await page.getByRole('link', { name: 'Sign in again' }).click()
  await signInAs(page, app.url, PERSON.email, PERSON.password)
  await expect(page).toHaveURL(/\/today/)
  await openReview()
  await expect.poll(events).toBe(before + 1)
})

async function openReview(): Promise<void> {
  await page.goto(`${app.url}/review`)
  await expect(page.locator('[data-prompt]')).toBeVisible()
}

/** Asks to see the answer, then rates it by key; gives the question's words. */
async function answer(rating: '1' | '2' | '3' | '4'): Promise<string> {
  const prompt = (await page.locator('[data-prompt]').textContent()) ?? ''
  await page.getByRole('button', { name: /Show answer|I don’t know/ }).click()
  await expect(page.getByRole('button', { name: /Good/ })).toBeVisible()
  await page.keyboard.press(rating)
  await expect(page.getByRole('button', { name: /Good/ })).toHaveCount(0)
  return prompt
}

/** Events in the log. */
async function events(): Promise<number> {
  const said = await steppe(app.dataDir, ['log', 'check'])
  return Number(said.match(/(\d+) events/)?.[1])
}
