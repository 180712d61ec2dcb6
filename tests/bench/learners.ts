import { reaches } from '@/lib/course/reach'
import { mean } from '@/lib/statistics/average'
import { compileFolder } from '../support/real-course'
import { wayOf } from './learners-depth'
import type { Desk } from './learners-desk'
import { fsrsDesk, ORDERS, ourQueue, queueBy } from './learners-fsrs'
import { halfYear, type Outcome } from './learners-half-year'
import { type Person, person } from './learners-people'
import { sm2Desk } from './learners-sm2'

// npm run bench -- learners: invented people under several policies, the same dice for all.
const PEOPLE = 30
const SEEDS = 2
const BUDGETS_MIN = [3, 6, 10, 20]

const OURS = { levelled: true, desiredRetention: 0.9 }
const shipped = { catchUpDays: 7, reviewsPerDay: 200 }
const SECONDS_A_REVIEW = 12
/** On the way through the course of this repository. */
const WALKERS = 12

/** Reviews a day that leave room for new questions in the minutes somebody has. */
const fitting = ({ budgetS, pace }: Person) => Math.floor(budgetS / (SECONDS_A_REVIEW * pace))

const { 'lowest recall': byRecall, due, ...otherOrders } = ORDERS

const POLICIES: Readonly<Record<string, (person: Person) => Desk>> = {
  Steppe: () => fsrsDesk(ourQueue({ ...shipped, catchUpDays: 0 }), OURS),
  'As before: lowest recall, new over all': () => fsrsDesk(queueBy(byRecall, 200, Infinity), OURS),
  'Steppe, reviews limited': (person) =>
    fsrsDesk(ourQueue({ catchUpDays: 0, reviewsPerDay: fitting(person) }), OURS),
  'Steppe at 85 %': () =>
    fsrsDesk(ourQueue({ ...shipped, catchUpDays: 0 }), { ...OURS, desiredRetention: 0.85 }),
  'FSRS, plain due order': () =>
    fsrsDesk(queueBy(due, Infinity, Infinity), { ...OURS, levelled: false }),
  'SM-2': () => sm2Desk(),
  ...Object.fromEntries(
    Object.entries({ ...otherOrders, 'lowest recall': byRecall }).map(([name, order]) => [
      `Order: ${name}`,
      () => fsrsDesk(queueBy(order, 200, 1), OURS),
    ]),
  ),
}

const COLUMNS = [
  ['reviews', 0],
  ['minutes', 0],
  ['p95', 0],
  ['retention', 3],
  ['started', 0],
  ['known', 1],
  ['knownLater', 1],
  ['per100', 2],
] as const

function deviation(values: readonly number[]): number {
  const middle = mean(values)
  return Math.sqrt(values.reduce((sum, v) => sum + (v - middle) ** 2, 0) / (values.length - 1))
}

/** Each learner's mean over the seeds. */
function outcomes(policy: (person: Person) => Desk, budgetMin: number): readonly Outcome[] {
  return Array.from({ length: PEOPLE }, (_, index) => {
    const runs = Array.from({ length: SEEDS }, (_, luck) => {
      const who = person(index, luck, budgetMin)
      return halfYear(who, policy(who))
    })
    const of = (key: keyof Outcome) => mean(runs.map((run) => run[key]))
    return {
      reviews: of('reviews'),
      minutes: of('minutes'),
      p95: of('p95'),
      retention: of('retention'),
      known: of('known'),
      knownLater: of('knownLater'),
      per100: of('per100'),
      started: of('started'),
    }
  })
}

const cell = (values: readonly number[], digits: number) =>
  `${mean(values).toFixed(digits)} ± ${deviation(values).toFixed(digits)}`

/** Paired by learner: the mean difference and its 95 % interval. */
function against(ours: readonly Outcome[], theirs: readonly Outcome[]): string {
  const gaps = theirs.map((each, i) => each.known - (ours[i]?.known ?? 0))
  const half = (2.05 * deviation(gaps)) / Math.sqrt(gaps.length)
  return `${mean(gaps).toFixed(1)} (${(mean(gaps) - half).toFixed(1)} to ${(mean(gaps) + half).toFixed(1)})`
}

const began = performance.now()
for (const budget of BUDGETS_MIN) {
  console.log(
    `\n${budget} minutes a day, ${PEOPLE} learners x ${SEEDS} seeds, mean ± sd over learners\n`,
  )
  const heads = ['policy', ...COLUMNS.map(([key]) => key), 'known against Steppe']
  console.log(`| ${heads.join(' | ')} |\n|${heads.map(() => '---').join('|')}|`)
  let ours: readonly Outcome[] = []
  for (const [name, policy] of Object.entries(POLICIES)) {
    const rows = outcomes(policy, budget)
    if (ours.length === 0) ours = rows
    const cells = COLUMNS.map(([key, digits]) =>
      cell(
        rows.map((row) => row[key]),
        digits,
      ),
    )
    console.log(`| ${[name, ...cells, rows === ours ? '' : against(ours, rows)].join(' | ')} |`)
  }
}
/** The course of this repository: how long until the core and the full course are seen and kept. */
async function depths(): Promise<void> {
  const catalogue = await compileFolder()
  console.log(`\nThe way through, ${WALKERS} learners, mean ± sd\n`)
  console.log('| depth | questions | new a day | seen: days | hours | kept: days | hours | there |')
  console.log('|---|---|---|---|---|---|---|---|')
  for (const reach of ['core', 'full'] as const) {
    const size = catalogue.questions.filter((question) => reaches(reach, question)).length
    for (const newPerDay of [10, 15, 20]) {
      const ways = Array.from({ length: WALKERS }, (_, index) =>
        wayOf(person(index, 0, 0), catalogue, reach, newPerDay),
      )
      const seen = ways.flatMap((way) => way.seen ?? [])
      const kept = ways.flatMap((way) => way.kept ?? [])
      const figures = [seen, kept].flatMap((all) => [
        cell(
          all.map(({ days }) => days),
          0,
        ),
        cell(
          all.map(({ hours }) => hours),
          1,
        ),
      ])
      const there = `${kept.length} of ${WALKERS}`
      console.log(`| ${[reach, size, newPerDay, ...figures, there].join(' | ')} |`)
    }
  }
}

await depths()
console.log(`\n${((performance.now() - began) / 1000).toFixed(0)} s`)
