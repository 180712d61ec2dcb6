import { type BrowserContext, expect, type Locator, type Page, test } from '@playwright/test'
import { type BreakingProxy, breakingProxy, type Fault } from '../support/breaking-proxy'
import { signInAs } from '../support/people'
import { leaveFirstField } from '../support/study'
import { type TemporaryApp, temporaryApp } from '../support/temporary-app'

const DEMO_PASSWORD = 'steppe-demo-2026'
const NOTE =
  'Amina asked twice about the founding treaty.\nWe meet on Tuesday, after her night desk.'

let app: TemporaryApp
let proxy: BreakingProxy
let context: BrowserContext
let page: Page
let learnerPath = ''
let cohortPath = ''

test.describe.configure({ mode: 'serial' })
test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000)
  app = await temporaryApp('demo', ['--learners', '4', '--days', '40'])
  proxy = await breakingProxy(app.url)
  context = await browser.newContext()
  page = await context.newPage()
  await signInAs(page, proxy.url, 'instructor@demo.example', DEMO_PASSWORD)
  await expect(page).not.toHaveURL(/sign-in/)
  await page.goto(`${proxy.url}/cohorts`)
  await page.getByRole('link', { name: 'Autumn intake' }).first().click()
  await page.getByRole('link', { name: 'People' }).click()
  await expect(page).toHaveURL(/\/people$/)
  const link = page.getByRole('main').locator('a[href*="/learners/"]').first()
  learnerPath = (await link.getAttribute('href'))?.replace(/[?#].*/, '') ?? ''
  cohortPath = learnerPath.replace(/\/learners\/.*/, '')
})
test.beforeEach(() => proxy.breakWith('none'))
test.afterAll(async () => {
  await context.close()
  await proxy.close()
  await app.remove()
})

const note = () => page.getByLabel('New note')
const save = () => page.getByRole('button', { name: 'Save the note' }).click()
const alert = (text: string | RegExp) => page.getByRole('alert').filter({ hasText: text })

const faults: readonly [Fault, RegExp][] = [
  ['cut', /could not be reached/],
  ['bad-gateway', /not working properly.*502/],
  ['forbidden', /did not get through.*403/],
  ['too-large', /too long to send/],
  ['silent', /does not answer.*may have been saved/],
  ['other-build', /was updated while this page was open/],
]
for (const [fault, words] of faults) {
  test(`a note stays in its form, with a notice above it, when the request meets “${fault}”`, async () => {
    // What the test before left unsaved would come back while this one types.
    await page.evaluate(() => sessionStorage.clear())
    await page.goto(proxy.url + learnerPath)
    await note().fill(NOTE)
    if (fault === 'silent') await hurry(page)
    proxy.breakWith(fault)
    await save()
    await expect(alert(words)).toBeVisible()
    await expect(note()).toHaveValue(NOTE)
    await expect(page.getByRole('button', { name: 'Save the note' })).toBeEnabled()
    await isAbove(alert(words), note())
  })
}

test('offline, the notice says so, and the note is saved once when the network is back', async () => {
  await page.goto(proxy.url + learnerPath)
  await note().fill(NOTE)
  await context.setOffline(true)
  await save()
  await expect(alert('You are offline')).toBeVisible()
  await expect(note()).toHaveValue(NOTE)
  await context.setOffline(false)
  await save()
  await expect(page.getByRole('listitem').filter({ hasText: 'We meet on Tuesday' })).toHaveCount(1)
  await expect(alert('offline')).toHaveCount(0)
  await expect(note()).toHaveValue('')
})

test('after a request that was never answered, the form can be sent again', async () => {
  await page.goto(proxy.url + learnerPath)
  await note().fill('The second note')
  const unhurried = await hurry(page)
  proxy.breakWith('silent')
  await save()
  await expect(alert('does not answer')).toBeVisible()
  proxy.breakWith('none')
  await unhurried()
  await save()
  await expect(page.getByRole('listitem').filter({ hasText: 'The second note' })).toHaveCount(1)
})

test('after an update, “Reload the page” puts the note back, and it can be saved', async () => {
  await page.goto(proxy.url + learnerPath)
  await note().fill('Written before the update')
  proxy.breakWith('other-build')
  await save()
  await page.getByRole('button', { name: 'Reload the page' }).click()
  await expect(page.getByText('What you typed is back')).toBeVisible()
  await expect(note()).toHaveValue('Written before the update')
  proxy.breakWith('none')
  await save()
  await expect(page.getByRole('listitem').filter({ hasText: 'before the update' })).toHaveCount(1)
  await page.reload()
  await expect(note()).toHaveValue('')
})

test('a sign-in session that has ended does not cost the note', async () => {
  await page.goto(proxy.url + learnerPath)
  await note().fill('Written while signed out')
  await context.clearCookies()
  await save()
  await expect(page).toHaveURL(/\/sign-in/)
  await page.getByLabel('E-mail address').fill('instructor@demo.example')
  await page.getByLabel('Password').fill(DEMO_PASSWORD)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(proxy.url + learnerPath)
  await expect(note()).toHaveValue('Written while signed out')
})

test('a roster file of 1.2 MB is “too long” at its field, and nothing is sent', async () => {
  await page.goto(`${proxy.url}${cohortPath}/people`)
  const file = page.locator('input[type=file]')
  const line = 'Vera Holt;vera.holt@example.org\r\n'
  await file.setInputFiles({
    name: 'roster.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(line.repeat(Math.ceil(1_200_000 / line.length))),
  })
  await expect(file).toHaveAccessibleDescription(/too long.*1 MB/)
})

test('a roster is still there after a failure, and can be checked again', async () => {
  await page.goto(`${proxy.url}${cohortPath}/people`)
  await page.locator('input[type=file]').setInputFiles({
    name: 'roster.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('name;email\r\nVera Holt;vera.holt@example.org\r\n'),
  })
  proxy.breakWith('bad-gateway')
  await page.getByRole('button', { name: 'Check the lines' }).click()
  await expect(alert('not working properly')).toBeVisible()
  proxy.breakWith('none')
  await page.getByRole('button', { name: 'Check the lines' }).click()
  await expect(page.getByText(/1 person can be invited/)).toBeVisible()
})

test('selects and text of the settings stay, and come back after a reload by hand', async () => {
  await page.goto(`${proxy.url}/settings`)
  await page.getByLabel('Name').fill('Ines Abel-Roth')
  await page.getByLabel('Time zone').selectOption('Asia/Almaty')
  proxy.breakWith('cut')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(alert('could not be reached')).toBeVisible()
  await expect(page.getByLabel('Name')).toHaveValue('Ines Abel-Roth')
  await page.reload()
  await expect(page.getByLabel('Name')).toHaveValue('Ines Abel-Roth')
  await expect(page.getByLabel('Time zone')).toHaveValue('Asia/Almaty')
})

test('passwords stay in the form but are never stored', async () => {
  await page.goto(`${proxy.url}/settings`)
  await page.getByLabel('Current password').fill(DEMO_PASSWORD)
  await page.getByLabel('New password').fill('a new and long password')
  proxy.breakWith('other-build')
  await page.getByRole('button', { name: 'Change password' }).click()
  await expect(page.getByLabel('New password')).toHaveValue('a new and long password')
  await page.getByRole('button', { name: 'Reload the page' }).click()
  await expect(page.getByLabel('New password')).toHaveValue('')
  const stored = await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }))
  expect(stored).not.toContain('a new and long password')
})

test('a password that leaked is refused', async () => {
  await page.goto(`${proxy.url}/settings`)
  await page.getByLabel('Current password').fill(DEMO_PASSWORD)
  await page.getByLabel('New password').fill('Soso123aljg')
  await page.getByRole('button', { name: 'Change password' }).click()
  await expect(page.getByLabel('New password')).toHaveAccessibleDescription(/people guess first/)
})

test('an assignment keeps also the field that its select brought up', async () => {
  await page.goto(`${proxy.url}${cohortPath}/assignments`)
  await page.getByLabel('Due').selectOption('on')
  await page.getByLabel('Day', { exact: true }).fill('2027-03-01')
  proxy.breakWith('other-build')
  await page.getByRole('button', { name: 'Assign', exact: true }).click()
  await expect(page.getByLabel('Day', { exact: true })).toHaveValue('2027-03-01')
  await page.getByRole('button', { name: 'Reload the page' }).click()
  await expect(page.getByLabel('Day', { exact: true })).toHaveValue('2027-03-01')
})

test('a new exam keeps its title, numbers and checkbox', async () => {
  await page.goto(`${proxy.url}${cohortPath}/exams/new`)
  await page.getByLabel('Title').fill('Sign-off before the autumn desk')
  await page.getByLabel('Minutes').fill('35')
  await page.getByLabel('Answers also count as reviews').check()
  proxy.breakWith('bad-gateway')
  await page.getByRole('button', { name: 'Create the exam' }).click()
  await expect(alert('not working properly')).toBeInViewport()
  await expect(page.getByLabel('Title')).toHaveValue('Sign-off before the autumn desk')
  await expect(page.getByLabel('Minutes')).toHaveValue('35')
  await expect(page.getByLabel('Answers also count as reviews')).toBeChecked()
})

test('signing out without a network says that one is still signed in', async () => {
  await page.goto(`${proxy.url}/settings`)
  await context.setOffline(true)
  await page.getByRole('main').getByRole('button', { name: 'Sign out' }).click()
  await expect(alert('You are offline')).toBeVisible()
  await context.setOffline(false)
  await page.goto(`${proxy.url}/today`)
  await expect(page).toHaveURL(/\/today/)
})

test('a person who joins keeps name and address when the connection is cut', async ({
  browser,
}) => {
  await page.goto(`${proxy.url}${cohortPath}/people`)
  await page.getByRole('button', { name: 'Create a link' }).click()
  const link = await page.getByLabel('Link to send').inputValue()
  const guest = await (await browser.newContext()).newPage()
  const said: string[] = []
  guest.on('console', (message) => said.push(message.text()))
  await guest.goto(proxy.url + new URL(link).pathname)
  await guest.getByLabel('Name').fill('Ruth Daly')
  await guest.getByLabel('E-mail address').fill('ruth@example.org')
  await guest.getByLabel('Password').fill('a long enough one')
  expect(said).toEqual([])
  proxy.breakWith('cut')
  await guest.keyboard.press('Enter')
  const notice = guest.getByRole('alert').filter({ hasText: 'could not be reached' })
  await expect(notice).toBeVisible()
  await expect(guest.getByLabel('Name')).toHaveValue('Ruth Daly')
  proxy.breakWith('none')
  await guest.getByLabel('Password').press('Enter')
  await expect(guest).not.toHaveURL(/join/)
  await guest.context().close()
})

test('a flag is kept on the device when the connection is cut, and sent later', async ({
  browser,
}) => {
  const analyst = await (await browser.newContext()).newPage()
  await signInAs(analyst, proxy.url, 'dov.marek@demo.example', DEMO_PASSWORD)
  await expect(analyst).toHaveURL(/\/today/)
  await analyst.goto(`${proxy.url}/review`)
  await leaveFirstField(analyst)
  proxy.breakWith('cut')
  await analyst.keyboard.press('f')
  const dialog = analyst.getByRole('dialog', { name: 'Flag this question' })
  await dialog.getByLabel('Comment').fill('Which of the two dates is meant?')
  await dialog.getByRole('button', { name: 'Send flag' }).click()
  await expect(analyst.getByText('Offline, 1 kept on this device')).toBeVisible()
  proxy.breakWith('none')
  await expect(analyst.getByText('Saved', { exact: true })).toBeVisible()
  await analyst.context().close()
})

test('without JavaScript, a form still works', async ({ browser }) => {
  const plain = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await context.storageState(),
  })
  const tab = await plain.newPage()
  await tab.goto(proxy.url + learnerPath)
  await tab.getByLabel('New note').fill('Written without JavaScript')
  await tab.getByRole('button', { name: 'Save the note' }).click()
  await expect(
    tab.getByRole('listitem').filter({ hasText: 'Written without JavaScript' }),
  ).toHaveCount(1)
  await plain.close()
})

/** From now on, time-outs of this page pass ten times as fast, until what it returns is called. */
async function hurry(tab: Page): Promise<() => Promise<void>> {
  const usual = await tab.evaluateHandle(() => {
    const timeout = AbortSignal.timeout.bind(AbortSignal)
    AbortSignal.timeout = (ms) => timeout(ms / 10)
    return timeout
  })
  return () =>
    usual.evaluate((timeout) => {
      AbortSignal.timeout = timeout
    })
}

async function isAbove(upper: Locator, lower: Locator): Promise<void> {
  const [above, below] = [await upper.boundingBox(), await lower.boundingBox()]
  expect(above).not.toBeNull()
  expect((above?.y ?? 0) + (above?.height ?? 0)).toBeLessThanOrEqual(below?.y ?? 0)
}
