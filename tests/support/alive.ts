import type { Page } from '@playwright/test'

/**
 * Waits until React has taken over what stands on the page, with what it adds then. Before that, a page shows only
 * what it would without JavaScript.
 */
export async function alive(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const main = document.querySelector('main') ?? document.body
    return Object.keys(main).some((name) => name.startsWith('__reactProps'))
  })
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)))
}
