import { join } from 'node:path'
import type { Browser, Locator, Page } from '@playwright/test'
import type { RunningApp } from '../../support/app'

export type Role = 'Administrator' | 'Analyst' | 'Instructor'
type Scene = { readonly role: Role; readonly file: string; readonly says: string }
export type Film = {
  readonly scenes: readonly Scene[]
  /** Until an analyst has given the first answer, by the shortest way. */
  readonly clicks: number
  readonly screens: number
}

const PASSWORD = 'a long enough one'
const SIZE = { width: 1024, height: 680 }

/** Goes the way of each role in a real browser, counts, and keeps a picture of each screen. */
export async function walked(
  browser: Browser,
  app: RunningApp,
  folder: string,
  log: (line: string) => void,
): Promise<Film> {
  const scenes: Scene[] = []
  let clicks = 0
  const screens = new Set<string>()
  const person = async () => {
    const page = await (await browser.newContext({ viewport: SIZE })).newPage()
    // A page that is shown before the serif has come keeps another one, as in a first visit. Here it comes first.
    await page.goto(`${app.url}/sign-in`)
    await page.evaluate(() => Promise.allSettled([...document.fonts].map((font) => font.load())))
    return page
  }
  const shoot = async (page: Page, role: Role, says: string, at?: Locator) => {
    if (at) await at.scrollIntoViewIfNeeded()
    else await page.evaluate(() => scrollTo(0, 0))
    const file = `${String(scenes.length + 1).padStart(2, '0')}-${role.toLowerCase()}.png`
    await page.waitForLoadState('networkidle')
    await page.evaluate(() => document.fonts.ready)
    await page.screenshot({ path: join(folder, file), animations: 'disabled', caret: 'hide' })
    scenes.push({ role, file, says })
    log(`${file}: ${says}`)
  }
  /** A screen is a page by its address, without codes and ids. */
  const seen = (page: Page) =>
    screens.add(new URL(page.url()).pathname.split('/').slice(0, 2).join('/'))
  const click = async (page: Page, what: Locator) => {
    seen(page)
    clicks += 1
    await what.click()
  }
  const fillAccount = async (page: Page, name: string, email: string) => {
    await page.getByLabel('Name').fill(name)
    await page.getByLabel('E-mail address').fill(email)
    await page.getByLabel('Password').fill(PASSWORD)
  }
  const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })

  const admin = await person()
  await admin.goto(app.setupUrl ?? app.url)
  await fillAccount(admin, 'Ada Minster', 'ada@example.org')
  await shoot(
    admin,
    'Administrator',
    'The link that the first start prints leads here. Name, address and password make the first account.',
  )
  await click(admin, button(admin, 'Create administrator account'))
  await admin.waitForURL(/\/admin/)
  const steps = admin.getByRole('region', { name: 'Next steps' })
  await steps.getByLabel('Name').fill('Autumn intake')
  await shoot(
    admin,
    'Administrator',
    'Administration says what comes next. A name makes the first cohort.',
  )
  await click(admin, button(admin, 'Create the cohort and a link'))
  const link = await admin.getByLabel('Link to send').inputValue()
  await shoot(
    admin,
    'Administrator',
    'The link is ready to be sent to the analysts. It says how many can join with it, and until when.',
  )

  const analyst = await person()
  await analyst.goto(link)
  await fillAccount(analyst, 'Noor Vega', 'noor@example.org')
  await shoot(analyst, 'Analyst', 'The link says whose cohort it is. The account is made here.')
  await click(analyst, analyst.locator('main button[type=submit]').first())
  await analyst.waitForURL(/\/today/)
  await shoot(
    analyst,
    'Analyst',
    'Today begins with the first lesson. Whoever knows much already takes a short test instead.',
  )
  await click(analyst, analyst.getByRole('link', { name: /^Read “/ }))
  await analyst.waitForURL(/\/lessons\//)
  const prompt = analyst.getByRole('region', { name: 'Recall prompt 1' }).first()
  await prompt.locator('form:not([inert] *)').waitFor()
  await shoot(
    analyst,
    'Analyst',
    'The lesson asks while it is read. Each statement cites its paragraph.',
    prompt,
  )
  await click(analyst, prompt.getByRole('button', { name: /Show answer|I don’t know/ }))
  await shoot(
    analyst,
    'Analyst',
    'The answer comes with its source and its date, and is rated by how well it was recalled.',
    prompt,
  )
  await click(analyst, prompt.getByRole('button', { name: /^Good/ }))
  await prompt.getByText('Saved').waitFor()
  seen(analyst)
  const counted = { clicks, screens: screens.size }

  await button(analyst, 'Finish lesson').click()
  await analyst.getByText('Lesson finished').waitFor()
  await analyst.goto(`${app.url}/review`)
  for (let i = 0; i < 4; i += 1) {
    await button(analyst, /^(Show answer|I don’t know)/).click()
    if (i === 0) {
      await button(analyst, /^Again/).waitFor()
      await shoot(
        analyst,
        'Analyst',
        'A review: one question at a time, and four buttons that say when it comes back.',
      )
    }
    await button(analyst, i === 2 ? /^Again/ : /^Good/).click()
  }
  await button(analyst, 'Stop').click()
  await analyst.getByRole('heading', { name: 'What you won' }).waitFor()
  await shoot(
    analyst,
    'Analyst',
    'At the end stands what was won, what was hard, and what tomorrow brings.',
  )
  await analyst.goto(`${app.url}/course`)
  await shoot(
    analyst,
    'Analyst',
    'The course shows where one is, what is next, and how well each lesson is known.',
  )

  await admin.reload()
  await admin.getByLabel('Role').selectOption({ label: 'Instructor' })
  await button(admin, 'Create a link').click()
  const instructorLink = await admin.getByLabel('Link to send').inputValue()
  const instructor = await person()
  await instructor.goto(instructorLink)
  await fillAccount(instructor, 'Ivo Stern', 'ivo@example.org')
  await instructor.locator('main button[type=submit]').first().click()
  await instructor.waitForURL(/\/cohorts/)
  await instructor.getByLabel('Name').fill('Night desk')
  await shoot(
    instructor,
    'Instructor',
    'An instructor joins by a link of the administrator, and begins a cohort in the same way.',
  )
  await button(instructor, 'Create the cohort and a link').click()
  const own = await instructor.getByLabel('Link to send').inputValue()
  const second = await person()
  await second.goto(own)
  await fillAccount(second, 'Lea Roth', 'lea@example.org')
  await second.locator('main button[type=submit]').first().click()
  await second.waitForURL(/\/today/)
  await instructor.goto(`${app.url}/cohorts`)
  await instructor.getByRole('link', { name: 'Night desk' }).first().click()
  await instructor.waitForURL(/\/cohorts\/[0-9a-f-]{36}/)
  await shoot(
    instructor,
    'Instructor',
    'The cohort: who needs attention and why, and how ready each analyst is on a date.',
  )
  await instructor.getByRole('link', { name: 'Assignments', exact: true }).click()
  await instructor.waitForURL(/\/assignments/)
  await shoot(
    instructor,
    'Instructor',
    'An assignment says what is to be known, how deep, and by when.',
  )
  await instructor.getByRole('link', { name: 'People', exact: true }).click()
  await instructor.waitForURL(/\/people/)
  await shoot(
    instructor,
    'Instructor',
    'People: invite by links or from a list, and see who is active.',
  )
  return { scenes, ...counted }
}
