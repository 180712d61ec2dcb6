import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { personaAt } from '@/lib/demo/cast'
import { startApp } from '../support/app'
import { steppe } from '../support/command-line'
import { type HttpClient, signIn } from '../support/http-client'
import { oneCohortOfAll } from './cohort-of-all'
import { measure, type Row, tableOf } from './measure'
import { loadsOf } from './requests'

// Half a thousand analysts over half a year: how long it takes to make them, to check their log, and
// how fast an instructor's pages are. STEPPE_BENCH_DATA keeps the data in a folder for the next run.
const LEARNERS = 500
const DAYS = 180
const PASSWORD = 'steppe-demo-2026'
const kept = process.env.STEPPE_BENCH_DATA
const dataDir = kept ?? mkdtempSync(join(tmpdir(), 'steppe-bench-'))

const fill = await timed(() =>
  steppe(dataDir, ['demo', '--learners', `${LEARNERS}`, '--days', `${DAYS}`]),
)
const check = await timed(() => steppe(dataDir, ['log', 'check']))
const all = await oneCohortOfAll(dataDir)
const app = await startApp({ dataDir, program: 'start' })
try {
  const first = await signIn(app.url, 'instructor@demo.example', PASSWORD)
  const second = await signIn(app.url, 'instructor.two@demo.example', PASSWORD)
  const cold = await timed(loadsOf(first, `/cohorts/${all.cohort}`))
  const pages: readonly [string, string][] = [
    ['/cohorts', '/cohorts'],
    ['readiness, today', `/cohorts/${all.cohort}`],
    ['readiness, in 30 days', `/cohorts/${all.cohort}?on=${dayAhead(30)}&sort=readiness`],
    ['readiness, page 4', `/cohorts/${all.cohort}?page=4`],
    ['analyst', `/cohorts/${all.cohort}/learners/${all.learner}?topic=membership&days=30`],
    ['questions', `/cohorts/${all.cohort}/questions`],
    ['question', `/cohorts/${all.cohort}/questions/mem-uz-stays-sco`],
    ['inbox', `/cohorts/${all.cohort}/inbox`],
    ['assignments', `/cohorts/${all.cohort}/assignments`],
    ['assignment', `/cohorts/${all.cohort}/assignments/${all.assignment}`],
    ['exams', `/cohorts/${all.cohort}/exams`],
    ['forecasts', `/cohorts/${all.cohort}/forecasts`],
    ['people', `/cohorts/${all.cohort}/people`],
  ]
  const rows: Row[] = []
  for (const [name, path] of pages) rows.push(await measure(name, 60, loadsOf(first, path)))
  const confusion = await confusionOf([first, second])
  const results = {
    cpus: cpus().length,
    node: process.version,
    learners: LEARNERS,
    days: DAYS,
    events: all.events,
    databaseMB: all.megabytes,
    fillS: kept === undefined ? fill.seconds : null,
    logCheckS: check.seconds,
    logCheck: check.value.trim(),
    firstLookMs: Math.round(cold.seconds * 1000),
    pages: rows,
    confusion,
  }
  const folder = new URL('../../bench/', import.meta.url)
  mkdirSync(folder, { recursive: true })
  writeFileSync(new URL('cohort.json', folder), `${JSON.stringify(results, null, 2)}\n`)
  console.log(JSON.stringify({ ...results, pages: undefined }, null, 2))
  console.log(tableOf(rows))
} finally {
  await app.stop()
  if (kept === undefined) rmSync(dataDir, { recursive: true, force: true })
}

/** Analysts by what is true of them, and how many of each are flagged in the cohorts of these instructors. */
async function confusionOf(instructors: readonly HttpClient[]) {
  const flagged = new Set<string>()
  for (const instructor of instructors) {
    const html = await (await instructor.get('/cohorts')).text()
    const ids = new Set([...html.matchAll(/href="\/cohorts\/([0-9a-f-]{36})"/g)].map((m) => m[1]))
    for (const id of ids) {
      if (id === all.cohort) continue
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
  return counts
}

function dayAhead(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
}

async function timed<T>(work: () => Promise<T>): Promise<{ value: T; seconds: number }> {
  const startedAt = performance.now()
  const value = await work()
  return { value, seconds: Math.round((performance.now() - startedAt) / 100) / 10 }
}
