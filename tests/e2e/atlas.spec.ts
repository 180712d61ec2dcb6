import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { createUser } from '../support/command-line'
import { signInAs } from '../support/people'
import { type TemporaryApp, temporaryApp } from '../support/temporary-app'

const EMAIL = 'kim@example.org'
const PASSWORD = 'a long enough one'

let app: TemporaryApp
let context: BrowserContext
let page: Page
test.beforeAll(async ({ browser }) => {
  app = await temporaryApp()
  await createUser(app.dataDir, { email: EMAIL, password: PASSWORD, name: 'Kim', role: 'learner' })
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  page = await context.newPage()
  await signInAs(page, app.url, EMAIL, PASSWORD)
  await expect(page).toHaveURL(/\/today/)
})
test.afterAll(async () => {
  await context.close()
  await app.remove()
})

const open = (query = '') => page.goto(`${app.url}/atlas${query}`)
const slider = () => page.getByRole('slider', { name: 'Date' })
const list = (name: string, on = page) => on.getByRole('region', { name, exact: true })
const shape = (state: string) => page.locator(`path[data-state="${state}"]`)
const card = () => page.locator('#card')

test('the slider moves map, list and address: Uzbekistan is in at June 2006 and out at June 2012', async () => {
  await open('?organisation=csto&date=2006-05')
  await expect(list('Members').getByText('Uzbekistan')).toHaveCount(0)
  await expect(shape('uz')).toHaveAttribute('data-standing', 'none')
  const requests: string[] = []
  page.on('request', (request) => {
    // The navigation loads its own links ahead; a step of the slider would ask for the atlas.
    if (request.url().includes('date=')) requests.push(request.url())
  })
  await slider().press('ArrowRight')
  await expect(slider()).toHaveAttribute('aria-valuetext', 'June 2006')
  await expect(list('Members').getByRole('link', { name: 'Uzbekistan' })).toBeVisible()
  await expect(shape('uz')).toHaveAttribute('data-standing', 'member')
  await expect(page).toHaveURL(/date=2006-06/)
  for (let year = 0; year < 6; year++) await slider().press('PageUp')
  await expect(slider()).toHaveAttribute('aria-valuetext', 'June 2012')
  await expect(list('Former members').getByRole('link', { name: 'Uzbekistan' })).toBeVisible()
  await expect(shape('uz')).toHaveAttribute('data-standing', 'former')
  await expect(page).toHaveURL(/date=2012-06/)
  expect(requests).toEqual([])
  await page.reload()
  await expect(list('Former members').getByRole('link', { name: 'Uzbekistan' })).toBeVisible()
})

test('from change to change: the SCO has its observers from July 2005', async () => {
  await open('?organisation=sco&date=2004-01')
  await expect(list('Observers')).toHaveCount(0)
  await page.getByRole('link', { name: 'Next change June 2004' }).click()
  await expect(list('Observers')).toContainText('Mongolia')
  await page.getByRole('link', { name: 'Next change July 2005' }).click()
  for (const state of ['India', 'Iran', 'Mongolia', 'Pakistan']) {
    await expect(list('Observers').getByRole('link', { name: state })).toBeVisible()
  }
  await expect(page).toHaveURL(/date=2005-07/)
  await page.getByRole('link', { name: 'Documents disagree' }).click()
  await expect(page.locator('li:target, li[id="jir-observers-2005-observer-joins"]')).toContainText(
    'Contradicts',
  )
})

test('every state that ever had a standing is drawn', async () => {
  for (const organisation of ['shanghai-five', 'sco', 'cst', 'csto']) {
    await open(`?organisation=${organisation}&date=2013-12`)
    const listed = page
      .getByRole('region', { name: /^(Members|Observers|Former members)$/ })
      .locator('a[href*="#card"]')
    expect(await listed.count()).toBeGreaterThan(0)
    await expect(page.locator('path[data-standing]:not([data-standing="none"])')).toHaveCount(
      await listed.count(),
    )
  }
})

test('a click on a state opens its card at the month on view', async () => {
  await open('?organisation=csto&date=2006-05')
  await slider().press('ArrowRight')
  await shape('kz').click()
  await expect(card().getByRole('heading', { name: 'Kazakhstan' })).toBeVisible()
  await expect(card()).toBeInViewport()
  await expect(page).toHaveURL(/date=2006-06&state=kz#card$/)
  await expect(slider()).toHaveAttribute('aria-valuetext', 'June 2006')
  for (const name of ['Memberships', 'Exercises', 'Ties', 'Concerns', 'Other']) {
    await expect(card().getByRole('region', { name })).toBeVisible()
  }
  await page.goBack()
  await expect(card()).toHaveCount(0)
  await expect(slider()).toHaveAttribute('aria-valuetext', 'June 2006')
})

test('by keyboard a state’s card opens from the list and has the focus, even without a standing', async () => {
  await open('?date=2006-06')
  await list('Other states').getByRole('link', { name: 'United States' }).press('Enter')
  await expect(card()).toBeFocused()
  await expect(card().getByText('The documents report no memberships.')).toBeVisible()
  await page.getByRole('link', { name: 'close it' }).press('Enter')
  await expect(card()).toHaveCount(0)
})

test('a card’s citation leads to its paragraph', async () => {
  await open('?state=uz')
  const left = card().getByRole('region', { name: 'Memberships' }).getByRole('listitem').last()
  await expect(left).toContainText('June 2006 to June 2012')
  await left.getByRole('link', { name: '¶16' }).first().click()
  await expect(page).toHaveURL(`${app.url}/sources/janes-fissures#p16`)
  await expect(page.locator('li:target')).toBeInViewport()
})

test('another organisation keeps month and card, and back returns', async () => {
  await open('?organisation=csto&date=1995-01&state=uz')
  const organisations = page.getByRole('navigation', { name: 'Organisation' })
  await organisations.getByRole('link', { name: 'Collective Security Treaty', exact: true }).click()
  await expect(list('Members')).toContainText('Members (9)')
  await expect(page).toHaveURL(/organisation=cst&date=1995-01&state=uz$/)
  await page.goBack()
  await expect(list('Members')).toHaveCount(0)
})

test('an address that names nothing is a 404 that says what is wrong and what is possible', async () => {
  const wrong = [
    ['?organisation=warsaw-pact', 'The atlas knows no organisation “warsaw-pact”.'],
    ['?date=1991-12', '“1991-12” is not a month from January 1992 to December 2013.'],
    ['?date=soon', '“soon” is not a month'],
    ['?date=2006-06&date=2012-06', 'names `date` more than once'],
    ['?state=atlantis', 'The atlas knows no state “atlantis”.'],
    [`?state=${'x'.repeat(3000)}`, 'The atlas knows no state “xxx'],
  ] as const
  for (const [query, message] of wrong) {
    const response = await open(query)
    expect(response?.status(), query.slice(0, 40)).toBe(404)
    await expect(page.getByText(message)).toBeVisible()
  }
  await page.getByRole('link', { name: 'Shanghai Cooperation Organisation' }).click()
  await expect(list('Members')).toBeVisible()
  await open('?state=atlantis')
  const reference = page.getByRole('navigation', { name: 'Reference' })
  await reference.getByRole('link', { name: 'Atlas' }).click()
  await expect(list('Members')).toBeVisible()
  expect((await open('?organisation=&date=&state='))?.status()).toBe(200)
})

test('without JavaScript the links and the month field do the same', async ({ browser }) => {
  const plain = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await context.storageState(),
  })
  const still = await plain.newPage()
  await still.goto(`${app.url}/atlas?organisation=csto&date=2006-05`)
  await expect(still.getByRole('slider')).toHaveCount(0)
  await still.getByLabel('Month').fill('2012-06')
  await still.getByRole('button', { name: 'Show' }).click()
  await expect(still).toHaveURL(/organisation=csto&date=2012-06/)
  await expect(list('Former members', still)).toContainText('Uzbekistan')
  await still.getByRole('link', { name: 'Previous change June 2006' }).click()
  await expect(list('Members', still)).toContainText('Members (7)')
  await list('Members', still).getByRole('link', { name: 'Uzbekistan' }).click()
  await expect(still.getByRole('heading', { name: 'Uzbekistan' })).toBeVisible()
  await plain.close()
})

test('nobody signed in sees the atlas', async () => {
  const response = await fetch(`${app.url}/atlas`, { redirect: 'manual' })
  expect(response.status).toBe(307)
  expect(response.headers.get('location')).toContain('/sign-in')
})

test('the map of bases follows the month: Khanabad is given up in November 2005', async () => {
  await page.goto(`${app.url}/atlas/region?date=2005-10`)
  const khanabad = page.getByRole('listitem').filter({ hasText: 'Khanabad air base' })
  await expect(khanabad).toContainText('in use')
  await slider().press('ArrowRight')
  await expect(khanabad).toContainText('given up')
  await expect(page).toHaveURL(/date=2005-11/)
})

test('every module’s briefing sheet is one page of A4 when it is printed', async () => {
  await page.goto(`${app.url}/course`)
  // Also those of modules that are folded.
  const sheets = await page
    .locator('main a[href$="/brief"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')))
  expect(sheets.length).toBeGreaterThan(0)
  for (const sheet of sheets) {
    await page.goto(`${app.url}${sheet}`)
    await expect(page.getByRole('heading', { name: 'What to have ready' })).toBeVisible()
    const pdf = await page.pdf({ preferCSSPageSize: true })
    const [pages, sizes] = [/\/Type\s*\/Page\b/g, /\/MediaBox\s*\[([^\]]*)\]/g].map((pattern) => [
      ...pdf.toString('latin1').matchAll(pattern),
    ])
    expect.soft(pages, `${sheet} as PDF`).toHaveLength(1)
    expect
      .soft(sizes?.[0]?.[1]?.trim().split(' ').slice(2).map(Number).map(Math.round))
      .toEqual([595, 842])
  }
})
