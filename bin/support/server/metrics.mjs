import { timingSafeEqual } from 'node:crypto'
import { edgeHeaders } from './edge-headers.mjs'

/**
 * What the application shares with this file of the same process: see lib/observe and lib/db.
 *
 * @returns {{ steppeJobs?: Map<string, { succeededAt: number | null, failures: number }>,
 *   steppeDatabase?: { pool: import('pg').Pool }, steppeCourse?: { version: number } }}
 */
const shared = () => Object(globalThis)

/**
 * Figures for Prometheus. Nothing is loaded or counted without STEPPE_METRICS_TOKEN.
 *
 * @param {string | undefined} token
 */
export async function openMetrics(token) {
  if (!token) return undefined
  const { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } = await import('prom-client')
  const register = new Registry()
  collectDefaultMetrics({ register, prefix: 'steppe_' })
  const registers = [register]
  const requests = new Histogram({
    name: 'steppe_http_request_duration_seconds',
    help: 'Requests by route, method and status, with the time until the answer was sent.',
    labelNames: ['route', 'method', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  })
  const answers = new Counter({
    name: 'steppe_answers_total',
    help: 'Review events that were sent, by what became of them.',
    labelNames: ['outcome'],
    registers,
  })
  for (const outcome of ['accepted', 'duplicate', 'rejected']) answers.inc({ outcome }, 0)
  const jobs = new Gauge({
    name: 'steppe_job_last_success_timestamp_seconds',
    help: 'When a job of this process last succeeded.',
    labelNames: ['job'],
    registers,
    collect() {
      for (const [job, { succeededAt }] of shared().steppeJobs ?? []) {
        if (succeededAt !== null) this.set({ job }, succeededAt / 1000)
      }
    },
  })
  const failures = new Gauge({
    name: 'steppe_job_failures',
    help: 'How often a job of this process has failed since it started.',
    labelNames: ['job'],
    registers,
    collect() {
      for (const [job, { failures: n }] of shared().steppeJobs ?? []) this.set({ job }, n)
    },
  })
  const pool = new Gauge({
    name: 'steppe_database_connections',
    help: 'Connections of the pool to the database, and requests that wait for one.',
    labelNames: ['state'],
    registers,
    collect() {
      const open = shared().steppeDatabase?.pool
      this.set({ state: 'idle' }, open?.idleCount ?? 0)
      this.set({ state: 'used' }, (open?.totalCount ?? 0) - (open?.idleCount ?? 0))
      this.set({ state: 'waiting' }, open?.waitingCount ?? 0)
    },
  })
  const catalogue = new Gauge({
    name: 'steppe_catalogue_version',
    help: 'The version of the published course that this process holds.',
    registers,
    collect() {
      this.set(shared().steppeCourse?.version ?? 0)
    },
  })
  void [jobs, failures, pool, catalogue] // they are read through the registry
  Object.assign(globalThis, {
    steppeCountAnswer: (/** @type {string} */ outcome) => answers.inc({ outcome }),
  })

  return {
    /** @param {{ route: string, method: string, status: number, seconds: number }} request */
    observe({ route, method, status, seconds }) {
      requests.observe({ route, method, status }, seconds)
    },
    /**
     * Answers GET /api/metrics. Anybody without the token is told that there is no such page.
     *
     * @param {{ headers: Pick<import('node:http').IncomingHttpHeaders, 'authorization'> }} request
     * @param {{ writeHead(status: number, headers: Record<string, string>): unknown,
     *   end(text: string): unknown }} response
     */
    async answer(request, response) {
      const isTold = sameText(request.headers.authorization ?? '', `Bearer ${token}`)
      response.writeHead(isTold ? 200 : 404, {
        ...edgeHeaders(),
        'Content-Type': isTold ? register.contentType : 'text/plain; charset=utf-8',
      })
      response.end(isTold ? await register.metrics() : 'There is no such page.\n')
    },
  }
}

/**
 * Takes the same time however much of it is right.
 *
 * @param {string} given
 * @param {string} wanted
 */
function sameText(given, wanted) {
  const [one, other] = [Buffer.from(given), Buffer.from(wanted)]
  return one.length === other.length && timingSafeEqual(one, other)
}
