import type { Page } from '@playwright/test'

/** Presses a key and keeps it down for as long as a keyboard takes to repeat it twenty times. */
export async function hold(page: Page, key: string): Promise<void> {
  for (let i = 0; i < 20; i += 1) await page.keyboard.down(key)
  await page.keyboard.up(key)
}

/** Presses a key of another layout: what it types, and its place on a US keyboard. */
export async function pressOn(page: Page, key: string, code: string): Promise<void> {
  const browser = await page.context().newCDPSession(page)
  const text = key.length === 1 ? { text: key } : {}
  await browser.send('Input.dispatchKeyEvent', { type: 'keyDown', key, code, ...text })
  await browser.send('Input.dispatchKeyEvent', { type: 'keyUp', key, code })
  await browser.detach()
}
