import type { Figure, Found, Row } from '../results/row'
import { ratio } from '../results/statistics'
import { settle } from '../seed/deck'
import { makeLearners, visitorOf } from '../seed/learners'
import { addOthers } from '../seed/others'
import { type Bench, requestsIn, type SignedIn } from './bench'
import { pagesOf } from './floors'
import { measure } from './measure'

const SIZES: readonly [string, number][] = [
  ['1 thousand cards', 1000],
  ['10 thousand cards', 10_000],
  ['100 thousand cards', 100_000],
]
const PATHS = ['/api/session', '/today'] as const

/** The same learner with more and more cards, and then among a million cards of others. */
export async function growth(bench: Bench, othersMillion: number): Promise<Found> {
  const people: { readonly title: string; readonly person: SignedIn }[] = []
  for (const [title, cards] of SIZES) {
    bench.log(`Seeding a learner with ${title}`)
    const [learner] = await makeLearners(bench.database.rows, bench.course, 1, cards)
    if (!learner) continue
    const visitor = await visitorOf(bench.app.url, learner.email)
    people.push({ title, person: { ...learner, visitor } })
  }
  await settle(bench.database.rows)
  const rows: Row[] = []
  for (const { title, person } of people) rows.push(...(await look(bench, title, person)))
  const figures = [...grown(rows)]
  if (othersMillion > 0) {
    bench.log(`Seeding ${othersMillion} million events of others`)
    const { rows: db } = bench.database
    await addOthers(db, othersMillion, bench.log)
    await settle(db)
    const crowded: Row[] = []
    for (const { title, person } of people.filter((_, index) => index !== 1)) {
      const among = `${title}, 1 M cards and ${othersMillion} M events of others`
      crowded.push(...(await look(bench, among, person)))
    }
    rows.push(...crowded)
    figures.push(...grown([...rows.slice(0, PATHS.length), ...crowded.slice(-PATHS.length)]))
    const { rows: sizes } = await db.query<{ gb: number }>(
      'SELECT round(pg_database_size(current_database()) / 1e9, 1)::float AS gb',
    )
    figures.push({ what: 'database with all of it', value: sizes[0]?.gb ?? null, unit: 'GB' })
  }
  return { rows, figures }
}

async function look(bench: Bench, title: string, { visitor }: SignedIn): Promise<readonly Row[]> {
  const rows: Row[] = []
  for (const path of PATHS) {
    rows.push(
      await measure(bench, {
        what: `GET ${path}, ${title}`,
        clients: 1,
        floor: [path.startsWith('/api/') ? 'route' : 'page'],
        events: 1,
        job: (requests) => pagesOf([visitor], path, requests),
        requests: requestsIn(bench, 60),
      }),
    )
  }
  return rows
}

/** How many times as long the last rows take as the first ones. */
function* grown(rows: readonly Row[]): Generator<Figure> {
  for (const path of PATHS) {
    const of = rows.filter(({ what }) => what.startsWith(`GET ${path},`))
    const [first, last] = [of.at(0), of.at(-1)]
    if (!first || !last) continue
    const unit = 'times as long'
    yield {
      what: `${path}: ${short(first)} -> ${short(last)}`,
      value: ratio(last.p50Ms, first.p50Ms),
      unit,
    }
  }
}

const short = ({ what }: Row): string => what.replace(/^GET [^,]+, /, '')
