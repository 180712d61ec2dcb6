import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { personaAt } from '@/lib/demo/cast'
import { steppe } from '../../support/command-line'
import { type HttpClient, signIn } from '../../support/http-client'
import { startMeasured } from '../host/app'
import { countStatements, openDatabase } from '../host/database'
import { startLoad } from '../load/drive'
import type { Found, Row } from '../results/row'
import { round } from '../results/statistics'
import { oneCohortOfAll } from '../seed/cohort-of-all'
import { courseOf, PASSWORD } from '../seed/learners'
import type { Bench } from './bench'
import { pagesOf } from './floors'
import { measure } from './measure'

const LEARNERS = 500
const DAYS = 180

/**
 * Half a thousand analysts over half a year: how long it takes to make them and to check their log, and
 * how fast an instructor's pages are. STEPPE_BENCH_DATA keeps the data in a folder for the next run.
 */
export async function cohortOf500({ node, share, log }: Bench): Promise<Found> {
  const kept = process.env.STEPPE_BENCH_DATA
  const dataDir = kept ?? mkdtempSync(join(tmpdir(), 'steppe-bench-'))
  try {
    log(`Filling ${LEARNERS} analysts over ${DAYS} days`)
    const fill = await timed(() =>
      steppe(dataDir, ['demo', '--learners', `${LEARNERS}`, '--days', `${DAYS}`]),
    )
    log('Checking their log')
    const check = await timed(() => steppe(dataDir, ['log', 'check']))
    const all = await oneCohortOfAll(dataDir)
    await countStatements(dataDir)
    const app = await startMeasured({ dataDir, node })
    const database = await openDatabase(dataDir)
    const load = startLoad(node)
    try {
      const first = await signIn(app.url, 'instructor@demo.example', PASSWORD)
      const second = await signIn(app.url, 'instructor.two@demo.example', PASSWORD)
      const look = await timed(() => wholePage(first, `/cohorts/${all.cohort}`))
      const bench = {
        dataDir,
        app,
        database,
        load,
        course: await courseOf(database.rows),
        node,
        share,
        log,
      }
      const visitor = { url: app.url, cookie: first.cookie() }
      const rows: Row[] = []
      for (const [name, path] of pagesOfCohort(all)) {
        rows.push(
          await measure(bench, {
            what: `cohort of ${LEARNERS}: ${name}`,
            clients: 1,
            floor: [],
            events: 1,
            job: (requests) => pagesOf([visitor], path, requests),
            requests: 60,
          }),
        )
      }
      return {
        rows,
        figures: [
          ...(kept === undefined
            ? [
                {
                  what: `making ${LEARNERS} analysts, ${DAYS} days`,
                  value: fill.seconds,
                  unit: 's',
                },
              ]
            : []),
          { what: `steppe log check, ${all.events} events`, value: check.seconds, unit: 's' },
          {
            what: `cohort of ${LEARNERS}: first look after a start`,
            value: Math.round(look.seconds * 1000),
            unit: 'ms',
          },
          { what: `database of ${LEARNERS} analysts`, value: all.megabytes, unit: 'MB' },
        ],
        series: { flagged: await confusionOf([first, second], all.cohort) },
      }
    } finally {
      load.close()
      await database.close()
      await app.stop()
    }
  } finally {
    if (kept === undefined) rmSync(dataDir, { recursive: true, force: true })
  }
}

function pagesOfCohort(all: {
  readonly cohort: string
  readonly learner: string
  readonly assignment: string
}): readonly (readonly [string, string])[] {
  const cohort = `/cohorts/${all.cohort}`
  return [
    ['/cohorts', '/cohorts'],
    ['readiness, today', cohort],
    ['readiness, in 30 days', `${cohort}?on=${dayAhead(30)}&sort=readiness`],
    ['readiness, page 4', `${cohort}?page=4`],
    ['analyst', `${cohort}/learners/${all.learner}?topic=membership&days=30`],
    ['questions', `${cohort}/questions`],
    ['question', `${cohort}/questions/mem-uz-stays-sco`],
    ['inbox', `${cohort}/inbox`],
    ['assignments', `${cohort}/assignments`],
    ['assignment', `${cohort}/assignments/${all.assignment}`],
    ['exams', `${cohort}/exams`],
    ['forecasts', `${cohort}/forecasts`],
    ['people', `${cohort}/people`],
  ]
}

/** Analysts by what is true of them, and how many of each are flagged in the cohorts of these instructors. */
async function confusionOf(instructors: readonly HttpClient[], everybody: string) {
  const flagged = new Set<string>()
  for (const instructor of instructors) {
    const html = await (await instructor.get('/cohorts')).text()
    const ids = new Set([...html.matchAll(/href="\/cohorts\/([0-9a-f-]{36})"/g)].map((m) => m[1]))
    for (const id of ids) {
      if (id === everybody) continue
      const csv = await (await instructor.get(`/cohorts/${id}/export/at-risk.csv`)).text()
      for (const line of csv.split('\r\n').slice(1)) {
        const name = line.match(/^"?([^",]+)/)?.[1]
        if (name) flagged.add(name)
      }
    }
  }
  const counts: Record<string, { analysts: number; flagged: number }> = {}
  for (let index = 0; index < LEARNERS; index += 1) {
    const { name, truth } = personaAt(index, 1, DAYS)
    const count = counts[truth.kind] ?? { analysts: 0, flagged: 0 }
    count.analysts += 1
    if (flagged.has(name)) count.flagged += 1
    counts[truth.kind] = count
  }
  return Object.entries(counts).map(([kind, count]) => ({ kind, ...count }))
}

async function wholePage(client: HttpClient, path: string): Promise<void> {
  const response = await client.get(path)
  if (!response.ok) throw new Error(`${path} answered ${response.status}`)
  await response.arrayBuffer()
}

const dayAhead = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

async function timed<T>(work: () => Promise<T>): Promise<{ value: T; seconds: number }> {
  const startedAt = performance.now()
  const value = await work()
  return { value, seconds: round((performance.now() - startedAt) / 1000, 1) }
}
