import { chromium, type Page } from '@playwright/test'
import { NOTHING } from '../load/tally'
import type { Row } from '../results/row'
import { PASSWORD } from '../seed/learners'
import { type Bench, freshLearners, requestsIn } from './bench'
import { rowOf } from './measure'

const GRADES = 200
const SERVER_DELAY_MS = 800

/** What the page's own script notes for us: ms from a rating's key press to the next card's paint. */
type Noting = { paints: number[] }

/** For the machine as it is, and for one with a quarter of its speed. */
export async function keys(bench: Bench): Promise<readonly Row[]> {
  const people = await freshLearners(bench, 2)
  const rows: Row[] = []
  for (const [index, slowdown] of [1, 4].entries()) {
    bench.log(`Keys to paints, CPU / ${slowdown}`)
    const person = { email: people[index]?.email ?? '', password: PASSWORD }
    rows.push(await keyToPaint(bench.app.url, person, slowdown, requestsIn(bench, GRADES)))
  }
  return rows
}

/**
 * From the press of a rating key until the next card is painted, the wait for a busy main thread
 * included, while every request to the server takes 800 ms more. `slowdown`: CPU throttling.
 */
async function keyToPaint(
  url: string,
  person: { email: string; password: string },
  slowdown: number,
  grades: number,
): Promise<Row> {
  const executablePath = process.env.STEPPE_CHROMIUM
  const args = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run']
  const browser = await chromium.launch({ ...(executablePath && { executablePath }), args })
  try {
    const context = await browser.newContext({ serviceWorkers: 'block' })
    const page = await context.newPage()
    await page.goto(`${url}/sign-in`)
    await page.getByLabel('E-mail').fill(person.email)
    await page.getByLabel('Password').fill(person.password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL(/\/today/)
    await page.addInitScript(notePaints)
    await page.goto(`${url}/review`)
    await context.route('**/api/**', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, SERVER_DELAY_MS))
      await route.continue().catch(() => {})
    })
    const session = await context.newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    const times = await gradeMany(page, grades)
    const what = `key to next card painted, CPU / ${slowdown}`
    const seconds = times.reduce((sum, ms) => sum + ms, 0) / 1000
    return rowOf(
      { what, clients: 1, events: 1, floor: [] },
      { times, seconds, tally: { ...NOTHING, accepted: times.length } },
    )
  } finally {
    await browser.close()
  }
}

async function gradeMany(page: Page, grades: number): Promise<number[]> {
  const rating = page.getByRole('group', { name: 'How well did you recall it?' })
  const reveal = page.getByRole('button', { name: /^(Show answer|I don’t know)/ })
  for (let done = 0; done < grades; done += 1) {
    await reveal.click()
    await rating.waitFor()
    // Most come back, so that the queue lasts.
    await page.keyboard.press(done % 5 === 4 ? '3' : '1')
    await page.waitForFunction(
      (count) => (globalThis as unknown as Noting).paints.length > count,
      done,
    )
  }
  return page.evaluate(() => (globalThis as unknown as Noting).paints)
}

/** Runs in the page, so it holds no function of a name: the loader would look for its helper there. An event's own time is when it was put in, however long it then waited. */
function notePaints() {
  const notes = globalThis as unknown as Noting
  notes.paints = []
  let pressedAt: number | null = null
  window.addEventListener(
    'keydown',
    (event) => {
      if (/^[1-4]$/.test(event.key)) pressedAt = event.timeStamp
    },
    { capture: true },
  )
  new MutationObserver(() => {
    const since = pressedAt
    // The next card is there when its front is: the one that was rated showed its back.
    if (since === null || !document.querySelector('form [data-prompt]')) return
    pressedAt = null
    // A message posted in the frame's callback arrives when the frame is painted.
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => notes.paints.push(performance.now() - since)
      port2.postMessage(null)
    })
  }).observe(document, { subtree: true, childList: true })
}
