import { expect, type Locator } from '@playwright/test'

const MOST_STOPS = 250

/** Moves the focus with Tab alone, as somebody without a mouse does, until it is there. */
export async function tabTo(target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await target.page().keyboard.press('Tab')
  }
  throw new Error(`${MOST_STOPS} presses of Tab do not lead to ${target}.`)
}

/** Goes there with Tab and presses a key: Enter follows a link or presses a button. */
export async function pressOn(target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(target)
  await target.page().keyboard.press(key)
}

/** Goes there with Tab and types over what stands there. */
export async function typeInto(target: Locator, text: string): Promise<void> {
  await tabTo(target)
  await target.page().keyboard.press('ControlOrMeta+a')
  await target.page().keyboard.type(text)
}
