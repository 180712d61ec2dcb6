import { setTimeout as wait } from 'node:timers/promises'
import { chromium } from '@playwright/test'
import { startMeasured } from '../host/app'
import type { Visitor } from '../load/job'
import type { Figure, Found } from '../results/row'
import { round } from '../results/statistics'
import { visitorOf } from '../seed/learners'

const SOMEBODY = 'dov.marek@demo.example'
const STARTS = 3

/**
 * From the command to the first page that shows something, with the demo's data and somebody who is
 * signed in already: the median of some starts, by the parts that `npm start` tells with
 * NODE_DEBUG=steppe-start. Nobody else may use the data.
 */
export async function starts(of: {
  readonly dataDir: string
  readonly node: string
  readonly log: (line: string) => void
}): Promise<Found> {
  const first = await startMeasured(of)
  const visitor = await visitorOf(first.url, SOMEBODY)
  await first.stop()
  const runs: Run[] = []
  for (let run = 0; run < STARTS; run += 1) {
    of.log(`Start ${run + 1} of ${STARTS}`)
    runs.push(await oneStart(of, visitor.cookie))
  }
  const names = [...(runs[0]?.keys() ?? [])]
  const figures: Figure[] = names.map((name) => {
    const values = runs.map((run) => run.get(name) ?? Number.NaN).sort((a, b) => a - b)
    return { what: `second start: ${name}`, value: values[STARTS >> 1] ?? null, unit: 's' }
  })
  return { figures }
}

/** Seconds of each part, in order. */
type Run = ReadonlyMap<string, number>

async function oneStart(
  of: { readonly dataDir: string; readonly node: string },
  cookie: string,
): Promise<Run> {
  // Browsers do not tell ports apart, and the app has another one with each start.
  const browser = await openBrowser({ url: 'http://localhost', cookie })
  const began = performance.now()
  const since = () => round((performance.now() - began) / 1000, 2)
  const starting = startMeasured({ ...of, env: { NODE_DEBUG: 'steppe-start' } })
  const times = new Map<string, number>()
  try {
    const app = await starting
    const ready = since()
    for (const [, part = '', ms] of app.output().matchAll(/STEPPE-START \d+: (.+) (\d+) ms/g)) {
      times.set(part, Number(ms) / 1000)
    }
    times.set('until it says that it is ready', ready)
    await browser.seesToday(app.url)
    times.set('until Today is painted', since())
    await app.stop()
    return times
  } finally {
    await browser.close()
  }
}

async function openBrowser({ url, cookie }: Visitor) {
  const executablePath = process.env.STEPPE_CHROMIUM
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run'],
  })
  const context = await browser.newContext({ serviceWorkers: 'block' })
  await context.addCookies(
    cookie.split('; ').map((pair) => {
      const [name = '', value = ''] = pair.split(/=(.*)/)
      return { name, value, url }
    }),
  )
  const page = await context.newPage()
  return {
    close: () => browser.close(),
    seesToday: async (at: string) => {
      await page.goto(`${at}/today`, { waitUntil: 'commit' })
      await page.getByRole('heading', { level: 1 }).waitFor()
      for (let painted = false; !painted; ) {
        painted = await page.evaluate(() => performance.getEntriesByType('paint').length > 0)
        if (!painted) await wait(5)
      }
    },
  }
}
