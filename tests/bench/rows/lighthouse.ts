import { chromium } from '@playwright/test'
import { z } from 'zod'
import { freePort } from '../../../bin/support/process/port.mjs'
import { signIn } from '../../support/http-client'
import { type Lighthouse, startLighthouse } from '../load/lighthouse'
import type { Figure } from '../results/row'
import { PASSWORD } from '../seed/learners'
import { type Bench, freshLearners } from './bench'
import { type Route, routesOf } from './routes'

const ROUTES = ['/today', '/review', '/lessons/ID', '/cohorts/ID', '/atlas']
const RUNS = 3

const reportShape = z.object({
  categories: z.object({ performance: z.object({ score: z.number().nullable() }) }),
  audits: z.object({
    'largest-contentful-paint': z.object({ numericValue: z.number().optional() }),
    'total-blocking-time': z.object({ numericValue: z.number().optional() }),
  }),
})
/** `score` is null where Lighthouse gave none, as for a page that paints nothing. */
type Seen = { readonly score: number | null; readonly paintMs: number; readonly blockedMs: number }

/** The score for a phone, the median of some runs, of an empty page and of those that people open most. */
export async function lighthouse(bench: Bench): Promise<readonly Figure[]> {
  const folder = process.env.STEPPE_LIGHTHOUSE
  if (!folder) {
    const note = 'Lighthouse is not installed here, and could not be installed'
    return ROUTES.map((route) => ({ what: title(route), value: null, unit: 'of 100', note }))
  }
  const run = startLighthouse(folder)
  try {
    return await figuresOf(bench, run)
  } finally {
    run.close()
  }
}

async function figuresOf(bench: Bench, run: Lighthouse): Promise<readonly Figure[]> {
  const { url } = bench.app
  const [learner] = await freshLearners(bench, 1)
  const asLearner = await signIn(url, learner?.email ?? '', PASSWORD)
  const asInstructor = await signIn(url, 'instructor@demo.example', PASSWORD)
  const empty: Route = { route: 'empty page', path: '/bench-floor', as: 'nobody' }
  const routes = [empty, ...(await routesOf(asInstructor))]
  const figures: Figure[] = []
  for (const { route, path, as } of routes) {
    if (route !== empty.route && !ROUTES.includes(route)) continue
    const cookie = { nobody: '', learner: asLearner.cookie(), instructor: asInstructor.cookie() }[
      as
    ]
    bench.log(`Lighthouse of ${route}`)
    const seen: Seen[] = []
    for (let each = 0; each < RUNS; each += 1) seen.push(await look(run, `${url}${path}`, cookie))
    const middle = seen.sort((a, b) => (a.score ?? -1) - (b.score ?? -1))[RUNS >> 1]
    if (!middle) continue
    const note = `largest paint ${middle.paintMs} ms, blocked ${middle.blockedMs} ms`
    figures.push({ what: title(route), value: middle.score, unit: 'of 100', note })
  }
  return figures
}

const title = (route: string): string => `Lighthouse, phone: ${route}`

async function look(run: Lighthouse, url: string, cookie: string): Promise<Seen> {
  const port = await freePort()
  const executablePath = process.env.STEPPE_CHROMIUM
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: ['--headless=new', '--no-sandbox', '--disable-gpu', `--remote-debugging-port=${port}`],
  })
  try {
    const { categories, audits } = reportShape.parse(
      await run.look(url, {
        port,
        logLevel: 'silent',
        output: 'json',
        onlyCategories: ['performance'],
        formFactor: 'mobile',
        ...(cookie !== '' && { extraHeaders: { Cookie: cookie } }),
      }),
    )
    const { score } = categories.performance
    return {
      score: score === null ? null : Math.round(score * 100),
      paintMs: Math.round(audits['largest-contentful-paint'].numericValue ?? 0),
      blockedMs: Math.round(audits['total-blocking-time'].numericValue ?? 0),
    }
  } finally {
    await browser.close()
  }
}
