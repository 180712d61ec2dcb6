import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { startMeasured } from '../host/app'
import type { Figure, Found } from '../results/row'
import { round, slope } from '../results/statistics'
import { type Bench, freshLearners } from './bench'
import { rowOf } from './measure'

const PEOPLE = 100
const GRADES_A_SECOND = 33
const SAMPLE_S = 10

type Sample = { readonly atS: number; readonly rssMB: number }

/**
 * What a server of its own holds while a hundred people work. Its heap is measured after a collection,
 * a minute after the start and at the end: what then remains is kept, and not merely not collected yet.
 */
export async function memory(bench: Bench, minutes: number): Promise<Found> {
  const dataDir = mkdtempSync(join(tmpdir(), 'steppe-bench-memory-'))
  // Processes on one database sign their cookies with one key.
  copyFileSync(join(bench.dataDir, 'auth-secret'), join(dataDir, 'auth-secret'))
  const app = await startMeasured({
    dataDir,
    node: bench.node,
    env: { DATABASE_URL: bench.database.url },
  })
  try {
    const people = await freshLearners({ ...bench, app }, PEOPLE)
    const day = (seconds: number) =>
      bench.load.run({
        kind: 'day',
        visitors: people.map(({ visitor }) => visitor),
        questions: bench.course.questions,
        pauseMs: (1000 * PEOPLE) / GRADES_A_SECOND,
        seconds,
      })
    const begin = app.memory()
    bench.log(`${PEOPLE} people at work for ${minutes} minutes`)
    await day(Math.min(60, minutes * 6))
    const warm = await app.heap()
    const samples: Sample[] = []
    const started = performance.now()
    const work = day(minutes * 60)
    let working = true
    const end = work.finally(() => {
      working = false
    })
    while (working) {
      samples.push({
        atS: Math.round((performance.now() - started) / 1000),
        rssMB: app.memory()?.rss ?? 0,
      })
      await Promise.race([wait(SAMPLE_S * 1000), end])
    }
    const report = await end
    const peak = app.memory()?.peak ?? null
    const last = await app.heap()
    const what = `a grade, ${PEOPLE} people for ${minutes} minutes`
    // The first half fills what is kept on purpose.
    const later = samples.slice(Math.floor(samples.length / 2)).map(({ rssMB }) => rssMB)
    return {
      rows: [rowOf({ what, clients: PEOPLE, events: 1, floor: [] }, report)],
      figures: [
        figure('after its start and sign-ins', begin?.rss ?? null, 'MB'),
        figure(`after ${minutes} minutes`, samples.at(-1)?.rssMB ?? null, 'MB'),
        figure('most of all', peak, 'MB'),
        figure(
          'change in the second half',
          round(slope(later) * (60 / SAMPLE_S), 1),
          'MB a minute',
        ),
        figure('heap when warm, collected', warm?.heapUsed ?? null, 'MB'),
        figure('heap at the end, collected', last?.heapUsed ?? null, 'MB'),
      ],
      series: { memory: samples },
    }
  } finally {
    await app.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

const figure = (what: string, value: number | null, unit: string): Figure => ({
  what: `memory of the app: ${what}`,
  value,
  unit,
})
