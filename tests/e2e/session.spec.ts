import { expect, type Page, type Route, test } from '@playwright/test'
import { createUser, steppe } from '../support/command-line'
import { intlUses, watchIntl } from '../support/intl-uses'
import { signInAs } from '../support/people'
import { type TemporaryApp, temporaryApp } from '../support/temporary-app'
import { violationsOf } from '../support/violations'

const PERSON = { email: 'iris@example.org', password: 'a long enough one' }

let app: TemporaryApp
let page: Page
test.describe.configure({ mode: 'serial' })
test.beforeAll(async ({ browser }) => {
  app = await temporaryApp()
  await createUser(app.dataDir, { ...PERSON, name: 'Iris Sundt', role: 'learner' })
  page = await (await browser.newContext()).newPage()
  await watchIntl(page)
})
test.afterAll(() => app.remove())

test('a newcomer gets from the sign-in to the first review by keyboard alone', async () => {
  await signInAs(page, app.url, PERSON.email, PERSON.password)
  await expect(page).toHaveURL(/\/today/)
  await tabTo('link', /^Read “/)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/lessons\//)
  await tabTo('button', 'Finish lesson')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Lesson finished')).toBeVisible()
  await page.goto(`${app.url}/today`)
  await expect(page.getByRole('link', { name: /^Start/ })).toBeFocused()
  await page.keyboard.press('Space')
  await expect(page).toHaveURL(/\/review/)
  await expect(page.locator('[data-prompt]')).toBeVisible()
})

test('a newcomer’s hints stand beside the work, take no key, stay away once read, and can be called back', async () => {
  const hint = (name: string) => page.getByRole('complementary', { name: `Hint: ${name}` })
  await reveal()
  await expect(hint('How to rate')).toBeVisible()
  const kept = page.waitForResponse((reply) => reply.request().method() === 'POST')
  await page.getByRole('button', { name: 'Got it' }).click()
  await kept
  await expect(hint('Where answers come from')).toBeVisible()
  await page.reload()
  await reveal()
  await expect(hint('Where answers come from')).toBeVisible()
  await page.goto(`${app.url}/help`)
  await page.getByRole('button', { name: 'Show these hints' }).click()
  await expect(page.getByText('The hints are back')).toBeVisible()
  await page.goto(`${app.url}/review`)
  await reveal()
  await expect(hint('How to rate')).toBeVisible()
  await page.goto(`${app.url}/review`)
})

test('the buttons that rate come with the answer and never before it, in whatever order the code arrives', async ({
  browser,
}) => {
  const storageState = await page.context().storageState()
  for (const next of ['shift', 'pop'] as const) {
    // What a service worker has stored would not be held.
    const context = await browser.newContext({ storageState, serviceWorkers: 'block' })
    const html = await context.request.get(`${app.url}/review`).then((reply) => reply.text())
    const held: Route[] = []
    const fresh = await context.newPage()
    await fresh.route('**/_next/static/chunks/*.js', (route) =>
      html.includes(new URL(route.request().url()).pathname)
        ? route.continue()
        : void held.push(route),
    )
    await fresh.goto(`${app.url}/review`)
    await fresh.evaluate(() => {
      const seen: string[] = []
      new MutationObserver(() => {
        const has = (what: string) => document.querySelector(what) !== null
        if (has('[data-answer-bar] button') && !has('[data-answer]')) seen.push('too early')
      }).observe(document.body, { subtree: true, childList: true })
      Object.assign(window, { seen })
    })
    await expect.poll(() => held.length).toBeGreaterThan(1)
    await fresh.getByRole('button', { name: /^(Show answer|I don’t know)/ }).click()
    const release = async () => {
      await held[next]()?.continue()
      return fresh.getByRole('button', { name: /Again/ }).isVisible()
    }
    await expect.poll(release, { intervals: [100] }).toBe(true)
    await expect(fresh.locator('[data-answer]')).toBeVisible()
    expect(await fresh.evaluate(() => Reflect.get(window, 'seen'))).toEqual([])
    await context.close()
  }
})

test('five answers are undone one after the other, back to the first question', async () => {
  const asked: string[] = []
  for (let i = 0; i < 5; i += 1) {
    asked.push(await prompt())
    await reveal()
    await page.keyboard.press('1')
    await expect.poll(prompt).not.toBe(asked[i])
  }
  for (const words of asked.toReversed()) {
    await leaveField()
    await page.keyboard.press('u')
    await expect.poll(prompt).toBe(words)
  }
  await expectSaved()
  expect(await events()).toBe(10)
  // No answer and no rating waited for what a browser takes long to ask.
  expect(await intlUses(page)).toEqual([])
})

test('a question is buried and suspended by key, each with a notice and a way back', async () => {
  const first = await prompt()
  await leaveField()
  await page.keyboard.press('-')
  await expect(page.getByText('buried until tomorrow')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(prompt).toBe(first)
  await leaveField()
  await page.keyboard.press('@')
  await expect(page.getByText('is suspended')).toBeVisible()
  await expectSaved()
  await page.goto(`${app.url}/set-aside`)
  // A gap to be filled is a field in the session and a line in a list.
  const [beginning = ''] = first.split('  ')
  await expect(page.getByRole('link', { name: beginning })).toBeVisible()
  await page.getByRole('button', { name: /^Resume/ }).click()
  await expect(page.getByText('Nothing is set aside.')).toBeVisible()
  await page.goto(`${app.url}/review`)
})

test('a flag needs words, and is sent with them', async () => {
  await reveal()
  await page.keyboard.press('f')
  const dialog = page.getByRole('dialog', { name: 'Flag this question' })
  await dialog.getByRole('button', { name: 'Send flag' }).click()
  await expect(dialog.getByRole('alert')).toContainText('in a few words')
  await dialog.getByLabel('Comment').fill('The year is not in the source.')
  await dialog.getByRole('button', { name: 'Send flag' }).click()
  await expect(dialog).toHaveCount(0)
  await expectSaved()
  await page.keyboard.press('i')
  await expect(page.getByRole('dialog', { name: 'Card info' }).getByText('Flagged')).toBeVisible()
  await page.keyboard.press('Escape')
})

test('the keys sheet names every key, and the card’s back and its dialogs break no accessibility rule', async () => {
  for (const [key, name] of [
    ['?', 'Keys'],
    ['i', 'Card info'],
    ['f', 'Flag this question'],
  ] as const) {
    await page.keyboard.press(key)
    await expect(page.getByRole('dialog', { name })).toBeVisible()
    expect.soft(await violationsOf(page), name).toEqual([])
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
})

test('the session can be followed in the accessibility tree alone', async () => {
  await page.goto(`${app.url}/review`)
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - main:
      - heading "Review" [level=1]
      - paragraph:
        - strong: /\\d+ left/
      - button "Keys"
      - button "Stop"
      - progressbar /\\d+ answered, \\d+ left/
      - paragraph
      - button "More"
  `)
  await reveal()
  await expect(
    page.getByRole('group', { name: 'How well did you recall it?' }),
  ).toMatchAriaSnapshot(`
    - group "How well did you recall it?":
      - button /Again/
      - button /Hard/
      - button /Good/
      - button /Easy/
  `)
})

test('keys can be changed or switched off', async () => {
  await page.goto(`${app.url}/settings/keys`)
  await page.getByLabel('Flag: tell').fill('u')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('the key of another action').first()).toBeVisible()
  await page.getByLabel('Flag: tell').fill('x')
  await page.getByLabel('Bury: hide').fill('')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Your shortcuts are saved')).toBeVisible()

  await page.goto(`${app.url}/review`)
  await reveal()
  const before = await prompt()
  await page.keyboard.press('-')
  await page.keyboard.press('f')
  await page.keyboard.press('x')
  await expect(page.getByRole('dialog', { name: 'Flag this question' })).toBeVisible()
  await page.keyboard.press('Escape')
  expect(await prompt()).toBe(before)

  await page.goto(`${app.url}/settings/keys`)
  await page.getByRole('button', { name: 'Restore default shortcuts' }).click()
  await expect(page.getByText('The default shortcuts are restored')).toBeVisible()
})

test('confidence is asked only if it is switched on, and confident wrong answers come first in the summary', async () => {
  await page.goto(`${app.url}/settings/study`)
  await page.getByLabel('Ask how sure I am').check()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText(/^Saved\. These settings apply/)).toBeVisible()
  await page.goto(`${app.url}/review`)
  await toSelfGraded()
  await page.keyboard.press('Space')
  await expect(page.getByRole('group', { name: 'How sure are you?' })).toBeVisible()
  await page.keyboard.press('4')
  await page.keyboard.press('1')
  await page.getByRole('button', { name: 'Stop' }).click()
  await expect(page.getByRole('heading', { name: 'Stopped here' })).toBeVisible()
  await expect(page.getByText(/95.% sure, but incorrect/)).toBeVisible()
  await expect(page.getByText(/^A week from now you would recall about/)).toBeVisible()
  await expect(page.getByRole('table', { name: /^Predicted recall a week/ })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Next reviews' })).toBeVisible()
  await expect(page.getByText(/Tomorrow brings \d+ review/)).toBeVisible()
  await expect(page.getByRole('meter', { name: /^Your course: \d+ of \d+/ })).toBeVisible()
  expect(await violationsOf(page)).toEqual([])
  await expectSaved()
})

test('a cram leaves the log as it was', async () => {
  const before = await events()
  await page.goto(`${app.url}/review?mode=cram`)
  await expect(page.getByText('your schedule does not change')).toBeVisible()
  await reveal()
  await expect(page.getByRole('group', { name: 'Did you know it?' })).toBeVisible()
  await page.keyboard.press('1')
  await reveal()
  await page.keyboard.press('3')
  await page.getByRole('button', { name: 'Stop' }).click()
  await expect(page.getByText('Your schedule has not changed.')).toBeVisible()
  expect(await events()).toBe(before)
  for (const wrong of ['?mode=exam', '?mode=cram&scope=nowhere', '?mode=cram&take=0']) {
    expect((await page.goto(`${app.url}/review${wrong}`))?.status()).toBe(404)
  }
})

async function prompt(): Promise<string> {
  return (await page.locator('[data-prompt]').textContent()) ?? ''
}

/** Out of a field, so that single keys are live. */
const leaveField = () => page.keyboard.press('Escape')

async function reveal(): Promise<void> {
  await page.getByRole('button', { name: /^(Show answer|I don’t know)/ }).click()
  await expect(page.getByRole('button', { name: /Again/ })).toBeVisible()
}

/** Passes over what is not a plain recall question. */
async function toSelfGraded(): Promise<void> {
  for (let i = 0; i < 40; i += 1) {
    await expect(page.locator('[data-prompt]')).toBeVisible()
    if (await page.getByRole('button', { name: 'Show answer' }).isVisible()) return
    const before = await prompt()
    await reveal()
    await page.keyboard.press('4')
    await expect.poll(prompt).not.toBe(before)
  }
  throw new Error('No recall question in this session')
}

async function tabTo(role: 'link' | 'button', name: string | RegExp): Promise<void> {
  const wanted = page.getByRole(role, { name })
  await expect(wanted).toBeVisible()
  for (let i = 0; i < 200; i += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`The keyboard does not reach ${name}`)
}

const expectSaved = () => expect(page.getByText('Saved', { exact: true }).first()).toBeVisible()

/** Events in the log. */
async function events(): Promise<number> {
  const said = await steppe(app.dataDir, ['log', 'check'])
  return Number(said.match(/(\d+) events/)?.[1])
}
