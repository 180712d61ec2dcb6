import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import type { HiddenDatabase } from './hidden-database'

export type Gone = {
  readonly answered: number
  /** How many events the log has more than before. */
  readonly stored: number
  /** From the return of the database until the review says "Saved". */
  readonly savedAfterMs: number
  /** What other pages said meanwhile, their status, and where they were. */
  readonly page: { readonly status: number; readonly heading: string; readonly path: string }
  readonly keptCookie: boolean
  /** The review went on after a reload while the database was gone. */
  readonly wentOnAfterReload: boolean
}

const EVENTS = 'select count(*) from "ReviewEvent"'
const SESSION = /session-token$/

/**
 * A review goes on while the database is gone for some time. `page` shows a review, and the service
 * worker has kept it.
 */
export async function databaseGone(options: {
  readonly page: Page
  readonly url: string
  readonly database: HiddenDatabase
  readonly goneMs: number
  readonly answers: number
  /** What else is done while it is gone. */
  readonly meanwhile?: () => Promise<void>
}): Promise<Gone> {
  const { page, url, database, goneMs, answers, meanwhile } = options
  const before = await database.count(EVENTS)
  const cookie = await sessionOf(page)
  await database.hide()
  const back = performance.now() + goneMs
  for (let i = 1; i < answers; i += 1) {
    await answer(page)
    await wait(goneMs / answers / 2)
  }
  await page.reload()
  await page.locator('[data-prompt]').waitFor()
  const wentOnAfterReload = new URL(page.url()).pathname === '/review'
  await answer(page)
  const said = await otherPage(page, url)
  await meanwhile?.()
  await wait(Math.max(0, back - performance.now()))

  database.show()
  const shownAt = performance.now()
  await page.getByText('Saved', { exact: true }).waitFor({ timeout: 60_000 })
  const savedAfterMs = Math.round(performance.now() - shownAt)
  return {
    answered: answers,
    stored: (await database.count(EVENTS)) - before,
    savedAfterMs,
    page: said,
    keptCookie: cookie !== undefined && cookie === (await sessionOf(page)),
    wentOnAfterReload,
  }
}

const sessionOf = async (page: Page): Promise<string | undefined> =>
  (await page.context().cookies()).find(({ name }) => SESSION.test(name))?.value

async function otherPage(page: Page, url: string): Promise<Gone['page']> {
  const other = await page.context().newPage()
  const response = await other.goto(`${url}/today`)
  const heading = (await other.getByRole('heading', { level: 1 }).textContent()) ?? ''
  const path = new URL(other.url()).pathname
  await other.close()
  return { status: response?.status() ?? 0, heading, path }
}

async function answer(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Show answer|I don’t know/ }).click()
  await page.getByRole('button', { name: /Good/ }).waitFor()
  await page.keyboard.press('4')
  await page.getByRole('button', { name: /Good/ }).waitFor({ state: 'detached' })
}
