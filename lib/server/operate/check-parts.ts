import 'server-only'
import { statfs } from 'node:fs/promises'
import { jobResults } from '../../db/operate/job-turns'
import { HOUR_MS } from '../../kernel/duration'
import { checkReady, type Readiness } from './check-ready'

/** One part of what Steppe needs: whether it is well, and what to do if not. */
type Part = { readonly ok: boolean; readonly detail: string }

export type Parts = {
  /** Whether this process may get traffic. */
  readonly status: 'ready' | 'not_ready'
  readonly parts: {
    readonly database: Part
    readonly catalogue: Part
    readonly disk: Part
    /** A job that fails does not keep anybody from learning, so it does not count for `status`. */
    readonly jobs: Part
  }
}

/** Below this, Postgres may soon be unable to write. */
const LEAST_FREE_MB = 200

const UNKNOWN: Part = { ok: false, detail: 'unknown, because the database cannot be asked' }

/** The jobs of some process begin every few minutes. */
const NONE_BEGUN_MS = HOUR_MS

/** Asks each part by itself and never throws. */
export async function checkParts(input: {
  readonly timeoutMs: number
  readonly now: number
}): Promise<Parts> {
  const [readiness, disk] = await Promise.all([checkReady(input), freeDisk()])
  const store = storeParts(readiness)
  const jobs = store.database.ok ? await jobsPart(input.now) : UNKNOWN
  const parts = { ...store, disk, jobs }
  const isReady = parts.database.ok && parts.catalogue.ok && parts.disk.ok
  return { status: isReady ? 'ready' : 'not_ready', parts }
}

function storeParts(readiness: Readiness): Pick<Parts['parts'], 'database' | 'catalogue'> {
  const answers: Part = { ok: true, detail: 'answers' }
  if (readiness.status === 'ready') {
    return {
      database: answers,
      catalogue: { ok: true, detail: `version ${readiness.courseVersion}` },
    }
  }
  switch (readiness.missing) {
    case 'database':
      return { database: { ok: false, detail: 'does not answer' }, catalogue: UNKNOWN }
    case 'database_settings':
    case 'disk':
      return { database: { ok: false, detail: readiness.detail }, catalogue: UNKNOWN }
    case 'course':
      return { database: answers, catalogue: { ok: false, detail: 'no course is published' } }
  }
}

async function freeDisk(): Promise<Part> {
  const directory = process.env.STEPPE_DATA_DIR ?? '.'
  try {
    const { bavail, bsize } = await statfs(directory)
    const freeMb = Math.floor((bavail * bsize) / 1_000_000)
    const ok = freeMb >= LEAST_FREE_MB
    return { ok, detail: `${freeMb} MB free${ok ? '' : `, of which ${LEAST_FREE_MB} are needed`}` }
  } catch {
    return { ok: false, detail: 'the data directory cannot be read' }
  }
}

/** Of all processes together, since each job is done by one of them. */
async function jobsPart(now: number): Promise<Part> {
  const results = await jobResults().catch(() => null)
  if (results === null) return UNKNOWN
  if (results.length === 0) return { ok: true, detail: 'not run yet' }
  const failing = results.filter(({ failures }) => failures > 0)
  const never = failing.filter(({ succeededAt }) => succeededAt === null)
  const names = (of: typeof failing) => of.map(({ name }) => name).join(', ')
  if (never.length > 0) return { ok: false, detail: `never succeeded: ${names(never)}` }
  if (failing.length > 0) return { ok: false, detail: `failed the last time: ${names(failing)}` }
  const newest = Math.max(...results.map(({ takenAt }) => takenAt))
  if (now - newest > NONE_BEGUN_MS) {
    const since = new Date(newest).toISOString()
    return { ok: false, detail: `no process has begun one since ${since}` }
  }
  const ended = results.flatMap(({ succeededAt }) => succeededAt ?? [])
  if (ended.length === 0) return { ok: true, detail: 'not run yet' }
  return { ok: true, detail: `all succeeded since ${new Date(Math.min(...ended)).toISOString()}` }
}
