import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { steppe } from '../support/command-line'
import { startMeasured } from './host/app'
import { countStatements, openDatabase } from './host/database'
import { type Machine, machineOf } from './host/machine'
import { startLoad } from './load/drive'
import { type Family, needsFloors, type Options } from './options'
import { withRatio } from './results/floors'
import type { Figure, Found, Row } from './results/row'
import type { Bench } from './rows/bench'
import { cohortOf500 } from './rows/cohort-of-500'
import { floors, NO_FLOORS, pooled } from './rows/floors'
import { grades } from './rows/grades'
import { growth } from './rows/growth'
import { keys } from './rows/key-to-paint'
import { lighthouse } from './rows/lighthouse'
import { memory } from './rows/memory'
import { weights } from './rows/page-weight'
import { cohortReads, reads } from './rows/reads'
import { starts } from './rows/start'
import { courseOf } from './seed/learners'

export type Results = {
  readonly machine: Machine & { readonly tookS: number }
  readonly options: Options
  readonly rows: readonly Row[]
  readonly figures: readonly Figure[]
  readonly series: Readonly<Record<string, readonly object[]>>
  /** Families that could not be measured, and why. */
  readonly failures: readonly string[]
}

/** What a quick run sends, as a part of what a full one does. */
const QUICK_SHARE = 0.3

/** Everything on data of its own, which is removed afterwards. */
export async function runBench(options: Options): Promise<Results> {
  const began = performance.now()
  const seconds = () => Math.round((performance.now() - began) / 1000)
  const log = (line: string) => console.error(`${String(seconds()).padStart(5)} s  ${line}`)
  const node = options.node ?? process.execPath
  const dataDir = mkdtempSync(join(tmpdir(), 'steppe-bench-'))
  try {
    log('Filling the demo')
    await steppe(dataDir, ['demo'])
    await countStatements(dataDir)
    const started = options.families.includes('start') ? await starts({ dataDir, node, log }) : {}
    const { machine, found: later } = await withApp({ dataDir, node, options, log })
    const found = [started, ...later]
    return {
      machine: { ...machine, tookS: seconds() },
      options,
      rows: found.flatMap(({ rows = [] }) => rows),
      figures: found.flatMap(({ figures = [] }) => figures),
      series: Object.assign({}, ...found.map(({ series = {} }) => series)),
      failures: found.flatMap(({ failures = [] }) => failures),
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function withApp(of: {
  readonly dataDir: string
  readonly node: string
  readonly options: Options
  readonly log: (line: string) => void
}): Promise<{ readonly machine: Machine; readonly found: readonly Found[] }> {
  const { dataDir, node, options, log } = of
  const app = await startMeasured({ dataDir, node })
  const database = await openDatabase(dataDir)
  const load = startLoad(node)
  const share = options.quick ? QUICK_SHARE : 1
  const course = await courseOf(database.rows)
  const bench: Bench = { dataDir, app, database, load, course, node, share, log }
  try {
    const floorsNow = () => (needsFloors(options.families) ? floors(bench) : NO_FLOORS)
    const before = await floorsNow()
    const found: Found[] = []
    for (const family of options.families) found.push(await runOrFail(family, bench, options))
    const floor = pooled(before, await floorsNow())
    const all = [{ rows: floor.rows }, ...found]
    return {
      machine: await machineOf(database.rows, node),
      found: all.map((each) => ({
        ...each,
        rows: (each.rows ?? []).map((row) => withRatio(row, floor.times)),
      })),
    }
  } finally {
    load.close()
    await database.close()
    await app.stop()
  }
}

/** What one family cannot measure must not cost the hour that the others took. */
async function runOrFail(family: Family, bench: Bench, options: Options): Promise<Found> {
  try {
    return await run(family, bench, options)
  } catch (error) {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error)
    bench.log(`The rows of ${family} failed: ${reason}`)
    return { failures: [`The rows of ${family} failed: ${reason}`] }
  }
}

async function run(family: Family, bench: Bench, options: Options): Promise<Found> {
  switch (family) {
    case 'grade':
      return { rows: await grades(bench) }
    case 'session':
      return { rows: await reads(bench, 'GET /api/session', '/api/session') }
    case 'today':
    case 'review':
    case 'progress':
      return { rows: await reads(bench, `GET /${family}`, `/${family}`) }
    case 'course-page':
      return { rows: await reads(bench, 'GET /course', '/course') }
    case 'cohort-page':
      return { rows: await cohortReads(bench) }
    case 'growth':
      return growth(bench, options.othersMillion)
    case 'cohort':
      return cohortOf500(bench)
    case 'keys':
      return { rows: await keys(bench) }
    case 'weight':
      return { figures: await weights(bench) }
    case 'lighthouse':
      return { figures: await lighthouse(bench) }
    case 'memory':
      return memory(bench, options.memoryMinutes)
    case 'start':
      return {} // before the app of the others starts
  }
}
