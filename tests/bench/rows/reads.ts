import { signIn } from '../../support/http-client'
import type { Visitor } from '../load/job'
import type { Row } from '../results/row'
import { PASSWORD } from '../seed/learners'
import { type Bench, freshLearners, requestsIn } from './bench'
import { pagesOf } from './floors'
import { measure } from './measure'

/** A page or an answer for one who signed in and has a full queue, with one browser and with eight. */
export async function reads(bench: Bench, what: string, path: string): Promise<readonly Row[]> {
  const people = await freshLearners(bench, 8)
  return readBy(
    bench,
    what,
    path,
    people.map(({ visitor }) => visitor),
  )
}

/** The page of a cohort of the demo, for its instructor. */
export async function cohortReads(bench: Bench): Promise<readonly Row[]> {
  const client = await signIn(bench.app.url, 'instructor@demo.example', PASSWORD)
  const path = await client.firstLink('/cohorts', /href="(\/cohorts\/[0-9a-f-]{36})"/)
  const visitor = { url: bench.app.url, cookie: client.cookie() }
  return readBy(bench, 'GET /cohorts/ID, 12 analysts', path, Array(8).fill(visitor))
}

async function readBy(
  bench: Bench,
  what: string,
  path: string,
  visitors: readonly Visitor[],
): Promise<readonly Row[]> {
  const rows: Row[] = []
  for (const clients of [1, 8]) {
    rows.push(
      await measure(bench, {
        what,
        clients,
        floor: [path.startsWith('/api/') ? 'route' : 'page'],
        events: 1,
        job: (requests) => pagesOf(visitors.slice(0, clients), path, requests),
        requests: Math.ceil(requestsIn(bench, 200) / (clients === 1 ? 1 : 4)),
      }),
    )
  }
  return rows
}
