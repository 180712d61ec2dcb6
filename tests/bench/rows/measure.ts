import type { Job, Report } from '../load/job'
import type { Floor } from '../results/floors'
import type { Cost, Row } from '../results/row'
import { quantilesOf, round } from '../results/statistics'
import type { Bench } from './bench'

export type Wanted = {
  readonly what: string
  readonly clients: number
  readonly floor: Floor
  /** Events in each request; 1 for what has none. */
  readonly events: number
  /** `requests` of each client. */
  readonly job: (requests: number) => Job
  readonly requests: number
}

/**
 * So many requests at least come first: the floors have about as many, and a page that V8 has not
 * compiled yet took a third longer than the same page a minute later.
 */
const FEWEST_BEFORE = 40

/** Warms up with a fifth of the requests, then measures. */
export async function measure(bench: Bench, wanted: Wanted): Promise<Row> {
  return (await measured(bench, wanted)).row
}

export async function measured(
  { app, database, load, log }: Bench,
  { what, clients, floor, events, job, requests }: Wanted,
): Promise<{ readonly row: Row; readonly times: readonly number[] }> {
  log(`${what}, ${clients} ${clients === 1 ? 'client' : 'clients'}`)
  await load.run(job(Math.max(Math.ceil(requests / 5), Math.ceil(FEWEST_BEFORE / clients))))
  await database.statements()
  const before = { app: app.cpuMs(), postgres: database.cpuMs() }
  const report = await load.run(job(requests))
  const after = { app: app.cpuMs(), postgres: database.cpuMs() }
  const cost = {
    appMs: each(before.app, after.app, report),
    postgresMs: each(before.postgres, after.postgres, report),
    statements: round((await database.statements()) / report.times.length, 1),
  }
  return {
    row: { ...rowOf({ what, clients, events, floor }, report), cost },
    times: report.times,
  }
}

/** A row of a report whose cost was not looked at. */
export function rowOf(
  of: Pick<Wanted, 'what' | 'clients' | 'events' | 'floor'>,
  { times, seconds, tally }: Report,
): Row & { readonly cost: Cost | null } {
  return {
    what: of.what,
    clients: of.clients,
    n: times.length,
    ...quantilesOf(times),
    perSecond: round((times.length * of.events) / seconds, 1),
    cost: null,
    tally,
    floor: of.floor,
    ratio: null,
  }
}

const each = (before: number | null, after: number | null, { times }: Report): number | null =>
  before === null || after === null ? null : round((after - before) / times.length, 2)
