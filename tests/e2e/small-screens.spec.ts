import { expect, type Page, test } from '@playwright/test'
import type { Question } from '../../lib/course/types'
import { signInAs } from '../support/people'
import { compileFolder } from '../support/real-course'
import { studyMore } from '../support/study'
import { type TemporaryApp, temporaryApp } from '../support/temporary-app'

const DEMO_PASSWORD = 'steppe-demo-2026'

/** A small laptop at 400 % zoom, the size WCAG 1.4.10 names, a phone on its side, and upright. */
const SIZES = [
  { width: 341, height: 160 },
  { width: 320, height: 256 },
  { width: 640, height: 360 },
  { width: 360, height: 640 },
] as const

const LONG_PHONE = { width: 360, height: 740 }

const PAGES = [
  '/today',
  '/course',
  '/lessons/shanghai-five-to-sco',
  '/atlas',
  '/atlas/region',
  '/atlas/aims',
  '/course/exercises/brief',
  '/timeline',
  '/sources',
  '/sources/janes-fissures',
  '/search?q=Andijan',
  '/review',
  '/progress',
  '/placement',
  '/placement/test?module=membership',
  '/cram',
  '/set-aside',
  '/settings',
  '/settings/study',
  '/settings/keys',
  '/settings/reminders',
  '/notifications',
  '/flags',
]

let app: TemporaryApp
let page: Page
let questions: readonly Question[]

test.describe.configure({ mode: 'serial' })
test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000)
  questions = (await compileFolder()).questions
  app = await temporaryApp('demo', ['--learners', '3', '--days', '24'])
  page = await (await browser.newContext()).newPage()
  await signInAs(page, app.url, 'amina.castell@demo.example', DEMO_PASSWORD)
  await expect(page).toHaveURL(/\/today/)
  await studyMore(page, app.url, 4)
})
test.afterAll(() => app.remove())

test('the answer’s first lines are in sight at the reveal, whatever the kind and the size', async () => {
  test.setTimeout(600_000)
  await page.goto(`${app.url}/review?mode=cram`)
  const seen = new Set<Question['kind']>()
  for (let i = 0; i < 300 && seen.size < 9; i += 1) {
    const kind = await kindShown()
    const sizes = seen.has(kind) ? [] : [...SIZES, LONG_PHONE]
    seen.add(kind)
    for (const size of sizes) {
      await page.setViewportSize(size)
      await reveal()
      expect.soft(await hidden(), `${kind} at ${size.width}×${size.height}`).toEqual([])
      if (size.width === 360) {
        expect.soft(await misplaced(), `${kind} at 360×${size.height}`).toEqual([])
      }
      await rate('3')
      await page.keyboard.press('Escape')
      await page.keyboard.press('u')
      await expect(again()).toHaveCount(0)
      await expect(page.locator('[data-prompt]')).toBeVisible()
    }
    await reveal()
    await rate('3')
  }
  expect([...seen].sort()).toEqual(
    ['choice', 'cloze', 'flash', 'map', 'match', 'multi', 'number', 'order', 'text'].sort(),
  )
})

for (const size of SIZES) {
  test(`the question begins in sight, and the bar of ratings takes a third of the window at most while it stays in place: ${size.width}×${size.height}`, async () => {
    await page.setViewportSize(size)
    await page.goto(`${app.url}/review`)
    await expect(page.locator('[data-prompt]')).toBeVisible()
    const top = await page.locator('[data-prompt]').evaluate((of) => of.getBoundingClientRect().top)
    expect(top, 'the question begins in sight').toBeGreaterThanOrEqual(0)
    expect(top, 'the question begins in sight').toBeLessThan(size.height - 24)
    await reveal()
    const { stays, share } = await page.locator('[data-answer-bar]').evaluate((bar) => ({
      stays: getComputedStyle(bar).position === 'sticky',
      share: bar.getBoundingClientRect().height / innerHeight,
    }))
    expect(stays ? share : 0).toBeLessThan(1 / 3)
    for (const name of ['Again', 'Hard', 'Good', 'Easy']) {
      const button = page.getByRole('button', { name: new RegExp(`^${name}`) })
      await button.scrollIntoViewIfNeeded()
      await expect(button).toBeInViewport({ ratio: 0.99 })
      expect(await cut(button)).toEqual([])
    }
  })

  test(`dialogs and menus fit, and all of them can be reached: ${size.width}×${size.height}`, async () => {
    await page.setViewportSize(size)
    await page.goto(`${app.url}/review`)
    await reveal()
    for (const [key, name] of [
      ['?', 'Keys'],
      ['i', 'Card info'],
      ['f', 'Flag this question'],
    ] as const) {
      await page.keyboard.press(key)
      const dialog = page.getByRole('dialog', { name })
      await expect(dialog).toBeVisible()
      await expectInside(dialog)
      for (const control of await dialog.getByRole('button').all()) {
        await control.scrollIntoViewIfNeeded()
        await expect(control).toBeInViewport({ ratio: 0.99 })
      }
      await page.keyboard.press('Escape')
      await expect(dialog).toHaveCount(0)
    }
    await page.getByRole('button', { name: 'More' }).click()
    for (const item of ['Bury until tomorrow', 'Keys']) {
      const button = page.getByRole('button', { name: item, exact: true }).last()
      await button.scrollIntoViewIfNeeded()
      await expect(button).toBeInViewport({ ratio: 0.99 })
    }
    await page.keyboard.press('Escape')
    await page.goto(`${app.url}/course`)
    await page.getByRole('button', { name: /^Account of/ }).click()
    const signOut = page.getByRole('button', { name: 'Sign out' })
    await signOut.scrollIntoViewIfNeeded()
    await expect(signOut).toBeInViewport({ ratio: 0.99 })
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+k')
    const search = page.getByRole('dialog')
    await expectInside(search)
    await search.getByRole('option', { name: 'Settings' }).scrollIntoViewIfNeeded()
    await expect(search.getByRole('option', { name: 'Settings' })).toBeInViewport({ ratio: 0.99 })
  })

  test(`no page scrolls sideways, and nothing lies over it: ${size.width}×${size.height}`, async () => {
    await page.setViewportSize(size)
    for (const path of PAGES) {
      await page.goto(app.url + path)
      await expect(page.locator('main')).toBeVisible()
      expect.soft(await wider(), `${path} is wider than the window`).toBeLessThanOrEqual(0)
      expect.soft(await fixedShare(), `${path} is covered`).toBeLessThan(1 / 3)
    }
  })
}

test('the course folds into a map: one module open, short when all are folded, each tile a lesson and a target', async () => {
  for (const { width, most } of [
    { width: 1280, most: 1500 },
    { width: 360, most: 3000 },
  ]) {
    await page.setViewportSize({ width, height: 740 })
    await page.goto(`${app.url}/course`)
    const modules = page.locator('.module-fold details')
    await expect(page.locator('.module-fold details[open]')).toHaveCount(1)
    await modules.evaluateAll((all) => {
      for (const each of all) each.removeAttribute('open')
    })
    const height = await page.evaluate(() => document.documentElement.scrollHeight)
    expect.soft(height, `folded at ${width}`).toBeLessThan(most)
    const tiles = page.locator('.lesson-strip a')
    const lessons = new Set(
      await tiles.evaluateAll((all) => all.map((a) => a.getAttribute('href'))),
    )
    expect(lessons.size).toBe((await compileFolder()).lessons.length)
    const boxes = await tiles.evaluateAll((all) =>
      all.map((a) => {
        const { width, height, left, right } = a.getBoundingClientRect()
        return { small: Math.min(width, height) < 24, out: left < 0 || right > innerWidth }
      }),
    )
    expect(boxes.filter(({ small, out }) => small || out)).toEqual([])
    // Nothing of a line lies over its tiles.
    const over = await page.locator('.module-fold').evaluateAll((folds) =>
      folds.flatMap((fold) => {
        const of = (name: string) => [...fold.querySelectorAll(name)]
        const words = of('h3, .module-figures').map((each) => each.getBoundingClientRect())
        return of('.lesson-strip a').flatMap((tile) => {
          const box = tile.getBoundingClientRect()
          const meets = words.some(
            (word) =>
              word.left < box.right &&
              box.left < word.right &&
              word.top < box.bottom &&
              box.top < word.bottom,
          )
          return meets ? [tile.getAttribute('title')] : []
        })
      }),
    )
    expect.soft(over, `at ${width}`).toEqual([])
  }
  await page.goto(`${app.url}/course?module=exercises#module-exercises`)
  const open = page.locator('#module-exercises details[open]')
  await expect(open.getByRole('link', { name: /^Briefing sheet/ })).toBeVisible()
  await expect(page.locator('.module-fold details[open]')).toHaveCount(1)
})

test('an instructor’s tables scroll by themselves, and no column covers the others', async ({
  browser,
}) => {
  const instructor = await (await browser.newContext({ viewport: SIZES[1] })).newPage()
  await signInAs(instructor, app.url, 'instructor@demo.example', DEMO_PASSWORD)
  await expect(instructor).not.toHaveURL(/sign-in/)
  await instructor.goto(`${app.url}/cohorts`)
  await instructor.getByRole('link', { name: 'Autumn intake' }).click()
  await expect(instructor).toHaveURL(/\/cohorts\/[0-9a-f-]{36}/)
  const cohort = new URL(instructor.url()).pathname
  for (const path of ['', '/people', '/questions', '/inbox', '/assignments', '/exams/new']) {
    await instructor.goto(app.url + cohort + path)
    await expect(instructor.locator('main')).toBeVisible()
    expect.soft(await wider(instructor), path).toBeLessThanOrEqual(0)
    const stuck = await instructor
      .locator('th')
      .evaluateAll(
        (heads) => heads.filter((th) => getComputedStyle(th).position === 'sticky').length,
      )
    expect.soft(stuck, path).toBe(0)
  }
  await instructor.context().close()
})

test('no page cuts its text or grows too wide with the spacing of WCAG 1.4.12', async () => {
  for (const size of [
    { width: 360, height: 640 },
    { width: 1280, height: 800 },
  ]) {
    await page.setViewportSize(size)
    for (const path of PAGES) {
      await page.goto(app.url + path)
      await space()
      expect.soft(await wider(), `${path} at ${size.width}`).toBeLessThanOrEqual(0)
      expect.soft(await cut(page.locator('body')), `${path} at ${size.width}`).toEqual([])
    }
    await page.goto(`${app.url}/review`)
    await space()
    await reveal()
    expect.soft(await cut(page.locator('body')), `ratings at ${size.width}`).toEqual([])
  }
})

const again = () => page.getByRole('button', { name: /^Again/ })

async function reveal(): Promise<void> {
  await page.getByRole('button', { name: /^(Show answer|I don’t know)/ }).click()
  await expect(again()).toBeVisible()
}

async function rate(key: string): Promise<void> {
  await page.keyboard.press(key)
  await expect(again()).toHaveCount(0)
  await expect(page.locator('[data-prompt]')).toBeVisible()
}

async function kindShown(): Promise<Question['kind']> {
  const text = (await page.locator('[data-prompt]').textContent()) ?? ''
  const found = questions.find((question) =>
    question.kind === 'cloze'
      ? text.startsWith(question.before.trim().slice(0, 60))
      : question.prompt === text,
  )
  if (found === undefined) throw new Error(`No question asks: ${text}`)
  return found.kind
}

/** What keeps the beginning of the answer from being seen; nothing when it is in sight. */
const hidden = () =>
  page.locator('[data-answer]').evaluate((answer) => {
    const first = answer.firstElementChild ?? answer
    const { top, left } = first.getBoundingClientRect()
    const line = top + 12
    if (top < 0 || line > innerHeight) return [`first line at ${Math.round(top)}`]
    const there = document.elementFromPoint(left + 4, line)
    return there && answer.contains(there) ? [] : [`covered by ${there?.outerHTML.slice(0, 80)}`]
  })

/**
 * What of the answer lies under the bar of ratings, and whether the explanation ends out of sight
 * although there would be room for it.
 */
const misplaced = () =>
  page.locator('[data-card]').evaluate((card) => {
    const of = (name: string) => card.querySelector(name)?.getBoundingClientRect() ?? new DOMRect()
    const [answer, explanation, bar] = ['answer', 'explanation', 'answer-bar'].map((name) =>
      of(`[data-${name}]`),
    )
    if (!answer || !explanation || !bar) return ['The card has no answer, explanation or bar']
    const found: string[] = []
    if (answer.bottom > bar.top + 0.5) {
      found.push(`the bar covers ${Math.round(answer.bottom - bar.top)} px of the answer`)
    }
    const fits = explanation.bottom - answer.top <= innerHeight - 16
    if (answer.top < 0 || (fits && explanation.bottom > innerHeight)) {
      found.push(
        `answer at ${Math.round(answer.top)}, explained to ${Math.round(explanation.bottom)}`,
      )
    }
    if (!fits && answer.top > 16) found.push(`a long answer begins at ${Math.round(answer.top)}`)
    return found
  })

const wider = (of = page) => of.evaluate(() => document.documentElement.scrollWidth - innerWidth)

/** The share of the window under what stays in place while the page scrolls. */
const fixedShare = () =>
  page.evaluate(() => {
    const stuck = [...document.body.querySelectorAll('*')].filter((element) => {
      const { position, bottom, top } = getComputedStyle(element)
      const sticks = position === 'sticky' && (bottom !== 'auto' || top !== 'auto')
      return (position === 'fixed' || sticks) && element.checkVisibility()
    })
    return Math.max(
      0,
      ...stuck.map((element) => element.getBoundingClientRect().height / innerHeight),
    )
  })

async function expectInside(dialog: ReturnType<Page['getByRole']>): Promise<void> {
  await expect(dialog).toBeVisible()
  const over = await dialog.evaluate((element) => {
    const { top, left, right, bottom } = element.getBoundingClientRect()
    return Math.max(-top, -left, right - innerWidth, bottom - innerHeight)
  })
  expect(over).toBeLessThanOrEqual(0.5)
}

const space = () =>
  page.addStyleTag({
    content:
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
  })

/** Elements whose own text runs out of a box that hides it, or out of a button. */
const cut = (root: ReturnType<Page['locator']>) =>
  root.evaluate((from) => {
    const isReadersOnly = (element: Element) => element.clientWidth <= 1
    return [from, ...from.querySelectorAll('*')]
      .filter((element) => element.checkVisibility() && !isReadersOnly(element))
      .filter((element) => {
        const style = getComputedStyle(element)
        const hides = [style.overflowX, style.overflowY].some((way) => /hidden|clip/.test(way))
        const isMeant = style.textOverflow === 'ellipsis' || element.closest('svg') !== null
        if (isMeant || !(hides || element.tagName === 'BUTTON')) return false
        return (
          element.scrollWidth > element.clientWidth + 1 ||
          element.scrollHeight > element.clientHeight + 1
        )
      })
      .map((element) => element.outerHTML.slice(0, 120))
  })
