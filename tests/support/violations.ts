import { expect, type Page } from '@playwright/test'
import axe from 'axe-core'

const COLOURS = ['color-contrast', 'link-in-text-block']

/** What axe finds on the page as it stands, or in one part of it: rule and first element each. */
export async function violationsOf(page: Page, part?: string): Promise<readonly string[]> {
  const wanted = part === undefined ? {} : { part }
  const found = await run(page, wanted)
  if (!found.some((words) => words.startsWith('document-title'))) return found
  // After a step from page to page Next sets the title a moment later than the content.
  await expect(page).toHaveTitle(/\S/)
  return await run(page, wanted)
}

/** What axe finds in the page's colours, in dark and then, as the page stays, in light. */
export async function violationsInDark(page: Page): Promise<readonly string[]> {
  await show(page, 'dark')
  const found = await run(page, { rules: COLOURS })
  await show(page, 'light')
  return found.map((words) => `in dark, ${words}`)
}

/** Colours change in a transition, and in its midst they have too little contrast. */
async function show(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme })
  await page.evaluate(() =>
    Promise.allSettled(document.getAnimations().map(({ finished }) => finished)),
  )
}

/** The page as it stands breaks no rule of axe and is not wider than its window. */
export async function expectSound(page: Page): Promise<void> {
  expect(await violationsOf(page)).toEqual([])
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(over).toBeLessThanOrEqual(0)
}

/**
 * Runs axe in the page without its builder for Playwright, which loads it anew for each run and collects
 * frames that no page of ours has: more than half of the time of look.spec.ts.
 */
async function run(
  page: Page,
  wanted: { readonly part?: string; readonly rules?: string[] },
): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  return await page.evaluate(async ({ part, rules }) => {
    const inPage = (window as unknown as { axe: typeof axe }).axe
    const { violations } = await inPage.run(part ?? document, {
      resultTypes: ['violations'],
      ...(rules && { runOnly: { type: 'rule', values: rules } }),
    })
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
  }, wanted)
}
