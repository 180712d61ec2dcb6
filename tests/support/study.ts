import { expect, type Page } from '@playwright/test'

/** Finishes some lessons and lifts the limit of new questions, so that there is much to review. */
export async function studyMore(page: Page, url: string, lessons: number): Promise<void> {
  await page.goto(`${url}/settings/study`)
  await page.getByLabel('New questions (maximum)').fill('100')
  await page.getByRole('button', { name: 'Save' }).first().click()
  await expect(page.getByText(/^Saved\. These settings apply/)).toBeVisible()
  await page.goto(`${url}/course`)
  const links = page.locator('main a[href^="/lessons/"]')
  await expect(links.first()).toBeVisible()
  const addresses = await links.evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''))
  let finished = 0
  for (const address of new Set(addresses)) {
    if (finished === lessons) return
    if (await finishLesson(page, url + address)) finished += 1
  }
}

/**
 * Opens a lesson and finishes it, by keyboard: while a page still comes in, what is above the button
 * can grow, and a click would land beside it.
 *
 * @returns false if it was finished before
 */
export async function finishLesson(page: Page, address: string): Promise<boolean> {
  await page.goto(address)
  await expect(page.getByRole('region', { name: 'End of the lesson' })).toBeVisible()
  const finish = page.getByRole('button', { name: 'Finish lesson' })
  if ((await finish.count()) === 0) return false
  await finish.press('Enter')
  await expect(page.getByText('Lesson finished')).toBeVisible()
  return true
}

/**
 * Waits until the first card of a review takes keys, and leaves its field if it has one: which card comes first
 * depends on the day.
 */
export async function leaveFirstField(page: Page): Promise<void> {
  const focused = page.locator('[data-prompt]:focus, [data-first-field]:focus')
  await expect(focused).toHaveCount(1)
  await page.keyboard.press('Escape')
}
