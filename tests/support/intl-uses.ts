import type { Page } from '@playwright/test'

declare global {
  var steppeIntlUses: string[] | undefined
}

/**
 * Notes each use of `Intl` by a script of the program while a page starts: the first one takes a browser
 * 40 to 100 ms. Call it before the page is opened.
 */
export async function watchIntl(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const uses: string[] = []
    globalThis.steppeIntlUses = uses
    const note = (what: string) => {
      const stack = new Error().stack ?? ''
      if (stack.includes('/_next/')) uses.push(what)
    }
    const watched = <T extends object>(target: T, name: keyof T & string, what: string): void => {
      const original = target[name]
      if (typeof original !== 'function') return
      const replaced = new Proxy(original, {
        apply: (to, self, args) => {
          note(what)
          return Reflect.apply(to, self, args)
        },
        construct: (to, args, as) => {
          note(what)
          return Reflect.construct(to, args, as)
        },
      })
      Object.defineProperty(target, name, { value: replaced, configurable: true, writable: true })
    }
    for (const name of [
      ...(['DateTimeFormat', 'NumberFormat', 'Collator', 'ListFormat'] as const),
      ...(['PluralRules', 'RelativeTimeFormat', 'Segmenter'] as const),
    ]) {
      watched(Intl, name, `Intl.${name}`)
    }
    watched(Number.prototype, 'toLocaleString', 'toLocaleString')
    watched(String.prototype, 'localeCompare', 'localeCompare')
    for (const name of ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString'] as const) {
      watched(Date.prototype, name, name)
    }
  })
}

export const intlUses = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => globalThis.steppeIntlUses ?? ['The page was not watched.'])
