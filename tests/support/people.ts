import { expect, type Page } from '@playwright/test'

const PASSWORD = 'a long enough one'

/** Fills the form of /setup and /join. */
export async function makeAccount(page: Page, name: string, email: string): Promise<void> {
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.keyboard.press('Enter')
}

export async function signInAs(page: Page, url: string, email: string, password = PASSWORD) {
  await page.goto(`${url}/sign-in`)
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.keyboard.press('Enter')
}

export async function signOut(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/settings`)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/\/sign-in/)
}
