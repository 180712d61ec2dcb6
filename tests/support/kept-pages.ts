import { expect, type Page } from '@playwright/test'

/** Waits until the service worker has the review, so that it goes on without the server. */
export const keptByWorker = (page: Page) =>
  expect.poll(() => keptPages(page), { timeout: 20_000 }).toContain('/review')

/** Paths of the pages that the service worker keeps. */
export const keptPages = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const paths: string[] = []
    for (const name of await caches.keys()) {
      if (!name.startsWith('steppe-pages-')) continue
      for (const { url } of await (await caches.open(name)).keys()) {
        if (!url.includes('__')) paths.push(new URL(url).pathname)
      }
    }
    return paths
  })
