import { chromium, type Page } from '@playwright/test'
import { NOTHING } from '../load/tally'
import type { Row } from '../results/row'
import { PASSWORD } from '../seed/learners'
import { type Bench, freshLearners, requestsIn } from './bench'
import { rowOf } from './measure'

const GRADES = 200
const SERVER_DELAY_MS = 800

/** What the page's own script notes for us: ms from a rating's key press to the next card's paint. */
type Noting = { paints: number[]; tell: (() => void) | null }

/** Does with a key the least that a session does: another card is put in the place of the one before. */
const FLOOR_PAGE = `data:text/html,${encodeURIComponent(`<form><p data-prompt>0</p></form><script>
  addEventListener('keydown', () => {
    const next = document.createElement('form')
    next.innerHTML = '<p data-prompt>' + performance.now() + '</p>'
    document.querySelector('form').replaceWith(next)
  })
</script>`)}`

/** For the machine as it is, and for one with a quarter of its speed. */
export async function keys(bench: Bench): Promise<readonly Row[]> {
  const people = await freshLearners(bench, 2)
  const rows: Row[] = []
  for (const [index, slowdown] of [1, 4].entries()) {
    bench.log(`Keys to paints, CPU / ${slowdown}`)
    const person = { email: people[index]?.email ?? '', password: PASSWORD }
    rows.push(...(await keyToPaint(bench.app.url, person, slowdown, requestsIn(bench, GRADES))))
  }
  return rows
}

/**
 * From the press of a rating key until the next card is painted, the wait for a busy main thread
 * included, while every request to the server takes 800 ms more. `slowdown`: CPU throttling. Before it, the
 * same for a page that has nothing else to do.
 */
async function keyToPaint(
  url: string,
  person: { email: string; password: string },
  slowdown: number,
  grades: number,
): Promise<readonly Row[]> {
  const executablePath = process.env.STEPPE_CHROMIUM
  const args = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run']
  const browser = await chromium.launch({ ...(executablePath && { executablePath }), args })
  try {
    const context = await browser.newContext({ serviceWorkers: 'block' })
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    const rate = (times: number) => session.send('Emulation.setCPUThrottlingRate', { rate: times })
    await page.addInitScript(notePaints)

    await page.goto(FLOOR_PAGE)
    await rate(slowdown)
    for (let done = 0; done < grades; done += 1) await pressAndPaint(page, '1', done)
    const floor = rowOfPaints(
      `floor: key to a new form painted, CPU / ${slowdown}`,
      await paintsOf(page),
    )

    await rate(1)
    await page.goto(`${url}/sign-in`)
    await page.getByLabel('E-mail').fill(person.email)
    await page.getByLabel('Password').fill(person.password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL(/\/today/)
    await page.goto(`${url}/review`)
    await context.route('**/api/**', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, SERVER_DELAY_MS))
      await route.continue().catch(() => {})
    })
    await rate(slowdown)
    await gradeMany(page, grades)
    const what = `key to next card painted, CPU / ${slowdown}`
    return [floor, rowOfPaints(what, await paintsOf(page))]
  } finally {
    await browser.close()
  }
}

function rowOfPaints(what: string, times: readonly number[]): Row {
  const seconds = times.reduce((sum, ms) => sum + ms, 0) / 1000
  const tally = { ...NOTHING, accepted: times.length }
  return rowOf({ what, clients: 1, events: 1, floor: [] }, { times: [...times], seconds, tally })
}

async function gradeMany(page: Page, grades: number): Promise<void> {
  const rating = page.getByRole('group', { name: 'How well did you recall it?' })
  const reveal = page.getByRole('button', { name: /^(Show answer|I don’t know)/ })
  for (let done = 0; done < grades; done += 1) {
    await reveal.click()
    await rating.waitFor()
    // Most come back, so that the queue lasts.
    await pressAndPaint(page, done % 5 === 4 ? '3' : '1', done)
  }
}

/** `before`: how many paints were noted. Asking for them again and again would delay the one that is measured. */
async function pressAndPaint(page: Page, key: string, before: number): Promise<void> {
  const painted = page.evaluate(
    (count) =>
      new Promise<void>((resolve) => {
        const notes = globalThis as unknown as Noting
        if (notes.paints.length > count) resolve()
        else notes.tell = resolve
      }),
    before,
  )
  await page.keyboard.press(key)
  await painted
}

const paintsOf = (page: Page): Promise<number[]> =>
  page.evaluate(() => (globalThis as unknown as Noting).paints)

/** Runs in the page, so it holds no function of a name: the loader would look for its helper there. An event's own time is when it was put in, however long it then waited. */
function notePaints() {
  const notes = globalThis as unknown as Noting
  notes.paints = []
  notes.tell = null
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
      port1.onmessage = () => {
        notes.paints.push(performance.now() - since)
        notes.tell?.()
      }
      port2.postMessage(null)
    })
  }).observe(document, { subtree: true, childList: true })
}
