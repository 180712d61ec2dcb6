import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** What axe finds on the page as it stands: rule and first element each. */
export async function violationsOf(page: Page): Promise<readonly string[]> {
  // After a step from page to page Next sets the title a moment later than the content.
  await expect(page).toHaveTitle(/\S/)
  // Legacy means: in this page only. Otherwise axe opens a second page for its report, which takes as
  // long as the check itself. No page of ours has frames.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}

/** What axe finds in the page's colours, in dark and then, as the page stays, in light. */
export async function violationsInDark(page: Page): Promise<readonly string[]> {
  await page.emulateMedia({ colorScheme: 'dark' })
  // Colours change in a transition, and in its midst they have too little contrast.
  await page.evaluate(() =>
    Promise.allSettled(document.getAnimations().map(({ finished }) => finished)),
  )
  const axe = new AxeBuilder({ page })
    .setLegacyMode()
    .withRules(['color-contrast', 'link-in-text-block'])
  const { violations } = await axe.analyze()
  await page.emulateMedia({ colorScheme: 'light' })
  return violations.map(({ id, nodes }) => `${id}, in dark: ${nodes[0]?.html}`)
}

/** The page as it stands breaks no rule of axe and is not wider than its window. */
export async function expectSound(page: Page): Promise<void> {
  expect(await violationsOf(page)).toEqual([])
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(over).toBeLessThanOrEqual(0)
}
