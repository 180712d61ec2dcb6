import { expect, type Page, test } from '@playwright/test'
import { signInAs } from '../support/people'
import { studyMore } from '../support/study'
import { type TemporaryApp, temporaryApp } from '../support/temporary-app'
import { hold, pressOn } from '../support/typing'

const DEMO_PASSWORD = 'steppe-demo-2026'

let app: TemporaryApp
let page: Page

test.describe.configure({ mode: 'serial' })
test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000)
  app = await temporaryApp('demo', ['--learners', '3', '--days', '12'])
  page = await (await browser.newContext()).newPage()
  await signInAs(page, app.url, 'amina.castell@demo.example', DEMO_PASSWORD)
  await expect(page).toHaveURL(/\/today/)
  await studyMore(page, app.url, 4)
})
test.afterAll(() => app.remove())

const prompt = async () => (await page.locator('[data-prompt]').textContent()) ?? ''
const field = () => page.locator('[data-first-field]')
const again = () => page.getByRole('button', { name: /^Again/ })
const give = () => page.getByRole('button', { name: /^(Show answer|I don’t know)/ })

async function reveal(): Promise<void> {
  await give().click()
  await expect(again()).toBeVisible()
}

async function rateWith(key: string): Promise<void> {
  const before = await front()
  await page.keyboard.press(key)
  await expect(again()).toHaveCount(0)
  await expect.poll(front).not.toBe(before)
}

/** The prompt and how many cards are left, which differ from card to card. */
const front = async () => `${await prompt()} ${await page.getByText(/^\d+ left/).textContent()}`

/** Passes over cards until one has what is looked for. `good`: the key of the rating Good. */
async function toCardWith(isThere: () => Promise<boolean>, good = '3'): Promise<void> {
  for (let i = 0; i < 80; i += 1) {
    await expect(page.locator('[data-prompt]')).toBeVisible()
    if (await isThere()) return
    await reveal()
    await rateWith(good)
  }
  throw new Error('No such card in this session')
}

/** Opens a session and waits until the page listens to keys: what is pressed before is lost. */
async function open(mode: '' | '?mode=cram'): Promise<void> {
  await page.goto(`${app.url}/review${mode}`)
  const sheet = page.getByRole('dialog', { name: 'Keys' })
  await expect(async () => {
    // A field that has the focus would take it for itself.
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
    await page.keyboard.press('?')
    await expect(sheet).toBeVisible({ timeout: 2_000 })
  }).toPass()
  await page.keyboard.press('Escape')
  await expect(sheet).toHaveCount(0)
}

/** A cram has all kinds of questions, and its cards come again. */
const startCram = () => open('?mode=cram')
/** A number is left out: what cannot be one is not checked. */
const isTyped = async () =>
  (await page.locator('[data-first-field]:not([inputmode=decimal])').count()) > 0
const isRecalled = () => page.getByRole('button', { name: 'Show answer' }).isVisible()
const isChoice = async () => (await page.locator('form input[type=radio]').count()) > 0

/** The answer is shown and nobody rated it. */
async function expectShown(words: string): Promise<void> {
  await expect(again()).toBeVisible()
  expect(await prompt()).toContain(words.slice(0, 20))
}

for (const mode of ['', '?mode=cram'] as const) {
  const where = mode === '' ? 'a review' : 'a cram'

  test(`in ${where}, Enter held on a typed answer shows what is right and rates nothing`, async () => {
    await open(mode)
    await toCardWith(isTyped)
    const words = await prompt()
    await field().fill('nonsense')
    await hold(page, 'Enter')
    await expectShown(words)
    await expect(page.getByText('nonsense').first()).toBeVisible()
  })

  test(`in ${where}, Space held on a recall card shows the answer and rates nothing`, async () => {
    await open(mode)
    await toCardWith(isRecalled)
    const words = await prompt()
    await hold(page, 'Space')
    await expectShown(words)
  })
}

test('a rating key that is held rates one card, and neither shows the next answer nor types into it', async () => {
  await startCram()
  for (const key of ['Space', 'Enter', '3', '1']) {
    await reveal()
    const before = await front()
    await hold(page, key)
    await expect.poll(front, key).not.toBe(before)
    await expect(give(), key).toBeVisible()
    for (const input of await page.locator('form input:not([type])[data-first-field]').all()) {
      await expect(input).toHaveValue('')
    }
  }
})

test('a digit typed into nothing does not appear in the next card’s field', async () => {
  await startCram()
  for (let i = 0; i < 60; i += 1) {
    await reveal()
    const before = await front()
    await hold(page, '3')
    await expect.poll(front).not.toBe(before)
    if (!(await isTyped())) continue
    if (await field().evaluate((element) => element instanceof HTMLInputElement)) {
      await expect(field()).toHaveValue('')
      return
    }
  }
  throw new Error('No typed card in this session')
})

test('a digit that is held picks an option and does not rate once the answer is shown', async () => {
  await startCram()
  await toCardWith(isChoice)
  const words = await prompt()
  await page.keyboard.down('1')
  await expect(page.getByRole('radio').first()).toBeChecked()
  await page.keyboard.press('Enter')
  await expectShown(words)
  await page.keyboard.down('1')
  await page.keyboard.up('1')
  await expectShown(words)
  await rateWith('1')
})

test('a key held while the window was away does nothing, and works when it is pressed anew', async () => {
  await startCram()
  await toCardWith(isRecalled)
  const words = await prompt()
  await page.keyboard.down('Space')
  await page.evaluate(() => window.dispatchEvent(new Event('blur')))
  await page.keyboard.down('Space')
  await page.keyboard.up('Space')
  await expectShown(words)
  await rateWith('Space')
})

test('an input method’s keys and shortcuts with Ctrl, Alt, Meta or Shift rate nothing', async () => {
  await startCram()
  await reveal()
  const words = await prompt()
  for (const also of [
    { isComposing: true },
    { keyCode: 229 },
    { ctrlKey: true },
    { altKey: true },
  ]) {
    for (const key of ['3', 'Enter']) {
      await page.evaluate(
        ([name, more]) => {
          const target = document.activeElement ?? document.body
          const init = { key: name, bubbles: true, cancelable: true, ...more }
          target.dispatchEvent(new KeyboardEvent('keydown', init))
        },
        [key, also] as const,
      )
    }
  }
  for (const keys of [
    'Control+3',
    'Alt+3',
    'Meta+3',
    'Control+Enter',
    'Alt+Enter',
    'Control+Space',
    'Shift+Digit3',
    'Control+Alt+3',
  ]) {
    await page.keyboard.press(keys)
  }
  await expectShown(words)
})

test('the second click of a double click rates nothing, and a click after it does', async () => {
  await startCram()
  const words = await prompt()
  await reveal()
  const box = await again().boundingBox()
  if (box === null) throw new Error('The button is not shown')
  await page.mouse.move(box.x + 9, box.y + 9)
  await page.mouse.down({ clickCount: 2 })
  await page.mouse.up({ clickCount: 2 })
  await expectShown(words)
  const before = await front()
  await page.mouse.down({ clickCount: 1 })
  await page.mouse.up({ clickCount: 1 })
  await expect.poll(front).not.toBe(before)
})

test('a mouse button pressed before the answer was shown rates nothing when it is let go', async () => {
  await startCram()
  await toCardWith(isRecalled)
  const words = await prompt()
  await page.mouse.move(5, 5)
  await page.mouse.down()
  await page.locator('[data-prompt]').focus()
  await page.keyboard.press('Space')
  await expectShown(words)
  await again().evaluate((button) => {
    button.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail: 1 }))
  })
  await page.mouse.up()
  await expectShown(words)
})

test('a key that opens a dialog opens it once and types nothing into it', async () => {
  await startCram()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Keys' }).focus()
  await hold(page, 'Enter')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
  await page.keyboard.press('Escape')
  await reveal()
  await page.keyboard.down('f')
  await expect(page.getByRole('dialog', { name: 'Flag this question' })).toBeVisible()
  await page.getByLabel('Comment').focus()
  await page.keyboard.down('f')
  await page.keyboard.up('f')
  await expect(page.getByLabel('Comment')).toHaveValue('')
  await page.keyboard.press('f')
  await expect(page.getByLabel('Comment')).toHaveValue('f')
  await page.keyboard.press('Escape')
})

test('Space held on Today opens the review and shows no answer', async () => {
  await page.goto(`${app.url}/today`)
  await expect(page.locator('main a[href="/review"]')).toBeFocused()
  for (let i = 0; i < 10; i += 1) await page.keyboard.down('Space')
  await expect(page).toHaveURL(/\/review/)
  await expect(page.locator('[data-prompt]')).toBeVisible()
  for (let i = 0; i < 10; i += 1) await page.keyboard.down('Space')
  await page.keyboard.up('Space')
  await expect(give()).toBeVisible()
})

test('Enter held in a placement answers one question', async () => {
  await page.goto(
    `${app.url}/placement/test?module=center-2011&module=interest-groups&module=exercises`,
  )
  await expect(page.locator('[data-prompt]')).toBeVisible()
  await expect(page.getByText('Question 1', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'I don’t know' }).focus()
  await hold(page, 'Enter')
  await expect(page.getByText('Question 2', { exact: true })).toBeVisible()
})

test('Enter held on a lesson’s recall prompt shows the answer and rates nothing', async () => {
  const asked = await openLessonWithPrompt()
  await asked.getByRole('button', { name: /^(Show answer|I don’t know)/ }).focus()
  await hold(page, 'Enter')
  await expect(asked.getByRole('button', { name: /^Again/ })).toBeVisible()
  await hold(page, 'Enter')
  await expect(asked.getByRole('button', { name: 'Undo' })).toBeVisible()
})

test('an answer that was checked in a lesson is saved as suggested when the reader goes on', async () => {
  const asked = await openLessonWithPrompt(/^I don’t know/)
  await asked.getByRole('button', { name: /^I don’t know/ }).click()
  await expect(asked.getByRole('button', { name: /^Again.*suggested/ })).toBeVisible()
  const lesson = page.url()
  const saved = page.waitForResponse((response) => response.url().endsWith('/api/reviews'))
  await page.getByRole('link', { name: 'Progress', exact: true }).first().click()
  expect((await (await saved).json()).results).toMatchObject([{ status: 'accepted' }])
  await page.goto(lesson)
  await expect(asked.getByText('Answered today.')).toBeVisible()
})

test('Ctrl+Z undoes in a session while an empty field has the focus, u types there, and a button is always in sight', async () => {
  // The tests before this one have answered what is typed.
  await studyMore(page, app.url, 4)
  await page.goto(`${app.url}/review`)
  await expect(page.getByRole('heading', { level: 2 })).toHaveAttribute('data-prompt')
  const empty = page.locator('form input:not([type])[data-first-field]')
  for (let i = 0; i < 80; i += 1) {
    const words = await prompt()
    await reveal()
    await rateWith('3')
    if ((await empty.count()) === 0) continue
    await expect(empty).toBeFocused()
    await page.keyboard.press('u')
    await expect(empty).toHaveValue('u')
    await page.keyboard.press('Control+z')
    await expect(empty).toHaveValue('')
    await page.keyboard.press('Control+z')
    await expect.poll(prompt).toBe(words)
    break
  }
  await reveal()
  await rateWith('3')
  await expect(page.getByRole('button', { name: 'Undo' })).toBeInViewport()
})

/** A prompt that was not answered today. */
async function openLessonWithPrompt(button = /^(Show answer|I don’t know)/) {
  await page.goto(`${app.url}/course`)
  const lessons = await page
    .locator('main a[href^="/lessons/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  for (const lesson of lessons) {
    await page.goto(app.url + lesson)
    const open = page
      .getByRole('region', { name: /^Recall prompt/ })
      .filter({ has: page.getByRole('button', { name: button }) })
      .first()
    if ((await open.count()) === 0) continue
    // The region is found by its number from here on, since its buttons change.
    const name = (await open.getAttribute('aria-label')) ?? ''
    const asked = page.getByRole('region', { name, exact: true })
    // Its code comes a moment after the page, and until then it takes no keys.
    await expect(asked.locator('[inert]')).toHaveCount(0)
    return asked
  }
  throw new Error('All recall prompts are answered')
}

test('keys are found on keyboards of other scripts, on the digit row and on the number pad', async () => {
  await startCram()
  await reveal()
  for (const [key, code] of [
    ['ш', 'KeyI'],
    ['ι', 'KeyI'],
    ['ن', 'KeyI'],
  ] as const) {
    if (code === 'KeyI') await pressOn(page, key, code)
    await expect(page.getByRole('dialog', { name: 'Card info' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  for (const [key, code] of [
    ['é', 'Digit2'],
    ['3', 'Numpad3'],
    ['۳', 'Digit3'],
    ['３', 'Digit3'],
    ['-', 'Digit3'],
  ] as const) {
    const before = await front()
    await pressOn(page, key, code)
    await expect.poll(front, key).not.toBe(before)
    await reveal()
  }
  const words = await prompt()
  for (const [key, code] of [
    ['-', 'Digit6'],
    ['End', 'Numpad1'],
    ['ArrowDown', 'Numpad2'],
    ['Dead', 'Digit3'],
    ['Process', 'Digit3'],
    ['g', 'KeyU'],
  ] as const) {
    await pressOn(page, key, code)
  }
  await expectShown(words)
})

test('the 6 of a French keyboard buries nothing in a review', async () => {
  await page.goto(`${app.url}/review`)
  await reveal()
  const words = await prompt()
  await pressOn(page, '-', 'Digit6')
  await expectShown(words)
  await expect(page.getByText('buried until tomorrow')).toHaveCount(0)
})

test('Ctrl+K opens the search on a keyboard of another script, and a held one does not close it', async () => {
  await page.goto(`${app.url}/course`)
  const isTaken = (repeat: boolean) =>
    page.evaluate((again) => {
      const init = { key: 'л', code: 'KeyK', ctrlKey: true, bubbles: true, cancelable: true }
      return !document.body.dispatchEvent(new KeyboardEvent('keydown', { ...init, repeat: again }))
    }, repeat)
  // Before the page's code has come, nobody listens; the first press that somebody takes opens it.
  await expect.poll(() => isTaken(false)).toBe(true)
  expect(await isTaken(true)).toBe(true)
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
})

test('buttons show and announce the keys that a person chose, and none where a key is off', async () => {
  await page.goto(`${app.url}/settings/keys`)
  await page.getByLabel('Good', { exact: true }).fill('r')
  await page.getByLabel('Easy', { exact: true }).fill('')
  await page.getByLabel('Undo the last answer').fill('+')
  await page.getByLabel('Flag: tell').fill('ж')
  await page.getByLabel('I don’t know: show').fill('x')
  await page.getByLabel('Show the list of keys').fill('h')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Your shortcuts are saved')).toBeVisible()

  await page.goto(`${app.url}/review?mode=cram`)
  await toCardWith(async () => !(await isRecalled()), 'r')
  await expectKey(page.getByRole('button', { name: 'I don’t know' }), 'x')
  await expectKey(page.getByRole('button', { name: 'Keys' }), 'h')
  await reveal()
  await expectKey(page.getByRole('button', { name: /^Knew it/ }), 'r')
  await rateWith('r')

  await page.goto(`${app.url}/review`)
  await reveal()
  await expectKey(again(), '1')
  await expectKey(page.getByRole('button', { name: /^Good/ }), 'r')
  await expectKey(page.getByRole('button', { name: /^Easy/ }), null)
  const words = await prompt()
  await page.keyboard.press('3')
  await page.keyboard.press('4')
  await expectShown(words)
  await page.getByRole('button', { name: 'More' }).click()
  await expectKey(page.getByRole('button', { name: 'Flag for instructors' }), 'ж')
  await page.keyboard.press('Escape')
  await pressOn(page, 'ж', 'Semicolon')
  await expect(page.getByRole('dialog', { name: 'Flag this question' })).toBeVisible()
  await page.keyboard.press('Escape')
  await rateWith('r')
  await page.getByRole('button', { name: 'Stop' }).click()
  const undo = page.getByRole('button', { name: 'Undo the last answer' })
  await expect(undo).toHaveAttribute('aria-keyshortcuts', 'Plus')
  await page.keyboard.press('+')
  await expect(page.locator('[data-prompt]')).toBeVisible()

  await page.goto(`${app.url}/flags`)
  await expect(page.getByText('press ж to flag')).toBeVisible()
  const asked = await openLessonWithPrompt()
  await asked.getByRole('button', { name: /^(Show answer|I don’t know)/ }).click()
  await expectKey(asked.getByRole('button', { name: /^Good/ }), 'r')
  await page.keyboard.press('3')
  await expect(asked.getByRole('button', { name: /^Good/ })).toBeVisible()
  await page.keyboard.press('r')
  await expect(asked.getByRole('button', { name: 'Undo' })).toBeVisible()
})

/** What a button says to eyes and to screen readers. */
async function expectKey(button: ReturnType<Page['getByRole']>, key: string | null): Promise<void> {
  const shown = button.locator('[aria-hidden=true]')
  if (key === null) {
    await expect(button).not.toHaveAttribute('aria-keyshortcuts')
    await expect(shown).toHaveCount(0)
  } else {
    await expect(button).toHaveAttribute('aria-keyshortcuts', key)
    await expect(shown).toHaveText(key)
  }
}
