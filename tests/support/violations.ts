import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/**
 * What axe finds on the page as it stands: rule and first element each. `colours` false leaves out
 * contrast, the slowest rule, where the same page was looked at in the same colours before.
 */
export async function violationsOf(
  page: Page,
  { colours }: { readonly colours: boolean } = { colours: true },
): Promise<readonly string[]> {
  // After a step from page to page Next sets the title a moment later than the content.
  await expect(page).toHaveTitle(/\S/)
  // Legacy means: in this page only. Otherwise axe opens a second page for its report, which takes as
  // long as the check itself. No page of ours has frames.
  const axe = new AxeBuilder({ page }).setLegacyMode()
  const { violations } = await (colours ? axe : axe.disableRules('color-contrast')).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}
