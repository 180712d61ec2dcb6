import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Job, Visitor } from '../load/job'
import { added } from '../load/tally'
import { FLOOR_TITLES, type FloorName, type FloorTimes } from '../results/floors'
import type { Cost, Row } from '../results/row'
import { quantilesOf, round } from '../results/statistics'
import { type Bench, freshLearners, requestsIn } from './bench'
import { measured } from './measure'

const program = fileURLToPath(new URL('../host/bare-http.cjs', import.meta.url))

export type Floors = { readonly rows: readonly Row[]; readonly times: readonly FloorTimes[] }

export const NO_FLOORS: Floors = { rows: [], times: [] }

/** What no row can be faster than, with one client and with eight. */
export async function floors(bench: Bench): Promise<Floors> {
  const bare = await startBare(bench.node)
  const { app, database, course } = bench
  const people = await freshLearners(bench, 8)
  const nobody = { url: app.url, cookie: '' }
  const pages = (visitor: Visitor, path: string) => (clients: number) => (requests: number) =>
    pagesOf(Array(clients).fill(visitor), path, requests)
  const jobs: Readonly<Record<FloorName, (clients: number) => (requests: number) => Job>> = {
    bare: pages({ url: bare.url, cookie: '' }, '/'),
    // It answers, and reads nothing: all of Next and our own edge, and no work.
    route: pages(nobody, '/api/health/live'),
    // Only the build of the bench has it: the outermost layout, and nothing in it.
    page: pages(nobody, '/bench-floor'),
    commit: (clients) => (requests) => ({
      kind: 'commits',
      databaseUrl: database.url,
      userIds: people.slice(0, clients).map(({ id }) => id),
      questions: course.questions,
      requests,
    }),
  }
  const rows: Row[] = []
  const times: FloorTimes[] = []
  try {
    for (const name of ['bare', 'route', 'page', 'commit'] as const) {
      for (const clients of [1, 8]) {
        const found = await measured(bench, {
          what: FLOOR_TITLES[name],
          clients,
          floor: [],
          events: 1,
          job: jobs[name](clients),
          requests: Math.ceil(requestsIn(bench, 400) / (clients === 1 ? 1 : 3)),
        })
        rows.push(found.row)
        times.push({ name, clients, times: found.times })
      }
    }
  } finally {
    bare.stop()
  }
  return { rows, times }
}

/** The floors of the beginning and of the end as one: a machine that is not alone changes meanwhile. */
export function pooled(before: Floors, after: Floors): Floors {
  const rows = before.rows.map((first, index): Row => {
    const second = after.rows[index] ?? first
    const times = [...(before.times[index]?.times ?? []), ...(after.times[index]?.times ?? [])]
    return {
      ...first,
      n: times.length,
      ...quantilesOf(times),
      perSecond: round((first.perSecond + second.perSecond) / 2, 1),
      cost: first.cost && second.cost && meanCost(first.cost, second.cost),
      tally: added(first.tally, second.tally),
    }
  })
  return { rows, times: [...before.times, ...after.times] }
}

function meanCost(a: Cost, b: Cost): Cost {
  const mean = (one: number | null, other: number | null) =>
    one === null || other === null ? null : round((one + other) / 2, 2)
  return {
    appMs: mean(a.appMs, b.appMs),
    postgresMs: mean(a.postgresMs, b.postgresMs),
    statements: mean(a.statements, b.statements),
  }
}

export const pagesOf = (visitors: readonly Visitor[], path: string, requests: number): Job => ({
  kind: 'rounds',
  visitors: visitors.map((visitor) => ({ ...visitor, doing: { kind: 'page', path } })),
  requests,
})

async function startBare(node: string): Promise<{ url: string; stop: () => void }> {
  const child = spawn(node, [program], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [port] = await once(child.stdout.setEncoding('utf8'), 'data')
  return { url: `http://127.0.0.1:${Number(port)}`, stop: () => child.kill() }
}
