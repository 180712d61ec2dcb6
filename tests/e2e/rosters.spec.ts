import { expect, type Page, test } from '@playwright/test'
import { signInAs } from '../support/people'
import { type TemporaryApp, temporaryApp } from '../support/temporary-app'
import { violationsOf } from '../support/violations'

const DEMO_PASSWORD = 'steppe-demo-2026'

let app: TemporaryApp
let page: Page
let cohortPath: string
test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000)
  app = await temporaryApp('demo', ['--learners', '3', '--days', '12'])
  page = await (await browser.newContext()).newPage()
  await signInAs(page, app.url, 'instructor@demo.example', DEMO_PASSWORD)
  await expect(page).not.toHaveURL(/sign-in/)
  await page.goto(`${app.url}/cohorts`)
  const href = await page.getByRole('rowheader').getByRole('link').first().getAttribute('href')
  cohortPath = href ?? ''
})
test.afterAll(() => app.remove())

const button = (name: string | RegExp) => page.getByRole('button', { name })
const people = () => page.getByRole('table', { name: 'The first people to be invited' })

async function choose(name: string, bytes: Uint8Array) {
  await page.goto(`${app.url}${cohortPath}/people`)
  await page
    .getByLabel('Or choose a CSV file')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(bytes) })
}

/** Written as Windows-1251 writes Russian letters. */
const windows1251 = (text: string) =>
  Uint8Array.from(text, (sign) => {
    const code = sign.charCodeAt(0)
    return code >= 0x410 && code <= 0x44f ? code - 0x350 : code === 0x451 ? 0xb8 : code
  })

test('a file in Windows-1251 is shown with a choice of encoding before anybody is invited', async () => {
  await choose('people.csv', windows1251('name;email\nИванов Пётр;petr@example.org\n'))
  const encoding = page.getByLabel('Encoding of people.csv')
  await expect(encoding).toHaveValue('windows-1251')
  await expect(encoding).toHaveAccessibleDescription(/this is a guess/)
  await button('Check the lines').click()
  await expect(people().getByRole('rowheader')).toHaveText('Иванов Пётр')

  await encoding.selectOption('windows-1252')
  await expect(page.getByText('You have changed something')).toBeVisible()
  await expect(button(/^Invite 1/)).toHaveCount(0)
  await button('Check again').click()
  await expect(people().getByRole('rowheader')).toHaveText('Èâàíîâ Ï¸òð')
  await expect(encoding).toHaveValue('windows-1252')
  await encoding.selectOption('windows-1251')
  await button('Check again').click()
  await expect(people().getByRole('rowheader')).toHaveText('Иванов Пётр')
  await button('Invite 1 person').click()
  const invited = page.getByRole('table', { name: 'People invited' })
  await expect(invited.getByRole('rowheader')).toHaveText('Иванов Пётр')
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download the links as CSV' }).click()
  expect((await download).suggestedFilename()).toBe('invitations.csv')
})

test('columns and separator are guessed, shown, and chosen otherwise by keyboard', async () => {
  await page.goto(`${app.url}${cohortPath}/people`)
  await page.getByRole('textbox', { name: 'People' }).fill('Toll,Vera,East,vera.toll@example.org')
  await button('Check the lines').click()
  await expect(people().getByRole('rowheader')).toHaveText('Toll Vera')
  await page.getByLabel('Column 1').selectOption('Last name')
  await page.getByLabel('Column 2').selectOption('First name')
  await button('Check again').click()
  await expect(people().getByRole('rowheader')).toHaveText('Vera Toll')
  await expect(page.getByLabel('Column 1')).toHaveValue('last')
  expect(await violationsOf(page)).toEqual([])

  await page.getByLabel('The cells are separated by').selectOption('Semicolon ;')
  await button('Check again').click()
  await expect(page.getByText('0 people can be invited')).toBeVisible()
})

test('a workbook is refused at its field with what to do', async () => {
  await choose('people.xlsx', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 6, 0))
  const file = page.getByLabel('Or choose a CSV file')
  await expect(file).toHaveAccessibleDescription(/Save it as “CSV UTF-8”/)
  await button('Check the lines').click()
  await expect(file).toBeFocused()
})

test('5,000 people are checked and invited at once', async () => {
  const lines = Array.from({ length: 5000 }, (_, at) => `Слушатель;Номер ${at};s${at}@example.org`)
  await choose('all.csv', Buffer.from(`Фамилия;Имя;Почта\r\n${lines.join('\r\n')}\r\n`))
  await button('Check the lines').click()
  await expect(page.getByText('5,000 people can be invited; 0 lines cannot.')).toBeVisible()
  await button('Invite 5,000 people').click()
  await expect(page.getByText('5,000 people invited')).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText('These are the first 100 people.')).toBeVisible()
})

const MANY_WORDS = 'Maria Aurelia Konstantina '.repeat(5).trim().slice(0, 117)
const ONE_WORD = 'Wolkenkuckucksheim'.repeat(7).slice(0, 120)

async function renameTo(browserPage: Page, email: string, name: string) {
  await signInAs(browserPage, app.url, email, DEMO_PASSWORD)
  await expect(browserPage).not.toHaveURL(/sign-in/)
  await browserPage.goto(`${app.url}/settings`)
  await browserPage.getByLabel('Name').fill(name)
  await browserPage.getByRole('button', { name: 'Save' }).first().click()
  await expect(browserPage.getByText('Your settings are saved.')).toBeVisible()
}

test('long names wrap on every page of an instructor, and the figures stay in sight', async ({
  browser,
}) => {
  test.setTimeout(240_000)
  const analysts = await page.request
    .get(`${app.url}${cohortPath}/export/people.csv`)
    .then((response) => response.text())
  const [first = '', second = ''] = analysts.match(/[\w.-]+@demo\.example/g) ?? []
  await renameTo(await (await browser.newContext()).newPage(), first, MANY_WORDS)
  await renameTo(await (await browser.newContext()).newPage(), second, ONE_WORD)
  await page.goto(`${app.url}${cohortPath}/people`)
  await page.getByLabel('Name of the cohort').fill(ONE_WORD)
  await button('Rename').click()
  await expect(page.getByRole('main').getByText(ONE_WORD).first()).toBeVisible()
  const learners = await page
    .getByRole('table', { name: 'Analysts of this cohort' })
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))

  const pages = [
    '/cohorts',
    ...['', '/questions', '/inbox', '/assignments', '/exams', '/exams/new', '/forecasts'].map(
      (path) => `${cohortPath}${path}`,
    ),
    `${cohortPath}/people`,
    ...learners,
    '/notifications',
    '/admin',
    '/admin/backups',
    '/admin/security',
  ]
  const faults: string[] = []
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 })
    for (const path of pages) {
      await page.goto(`${app.url}${path}`)
      const found = await page.evaluate(
        (names) => {
          const over = document.documentElement.scrollWidth - innerWidth
          const tables = [...document.querySelectorAll('table')].flatMap((table) => {
            const box = table.parentElement
            const hidden = box === null ? 0 : box.scrollWidth - box.clientWidth
            const heads = [...table.querySelectorAll('tbody th')]
              .filter((head) => names.some((name) => head.textContent?.includes(name)))
              .map((head) => head.clientWidth)
            const caption = table.caption?.textContent ?? ''
            return [{ caption, hidden, head: Math.max(0, ...heads) }]
          })
          return { over, tables }
        },
        [MANY_WORDS, ONE_WORD],
      )
      if (found.over > 0) faults.push(`${path} at ${width}: the page is ${found.over} px too wide`)
      for (const { caption, hidden, head } of found.tables) {
        if (width === 1280 && hidden > 0) faults.push(`${path}: “${caption}” hides ${hidden} px`)
        if (head > width / 2)
          faults.push(`${path} at ${width}: “${caption}” has a head of ${head} px`)
      }
    }
  }
  expect(faults).toEqual([])
})
