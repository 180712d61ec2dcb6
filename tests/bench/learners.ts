import { mean } from '@/lib/statistics/average'
import type { Desk } from './learners-desk'
import { fsrsDesk, ORDERS, ourQueue, queueBy } from './learners-fsrs'
import { halfYear, type Outcome } from './learners-half-year'
import { type Person, person } from './learners-people'
import { sm2Desk } from './learners-sm2'

// npm run bench -- learners: invented people under several policies, the same dice for all.
const PEOPLE = 30
const SEEDS = 2
const BUDGETS_MIN = [3, 6]

const OURS = { levelled: true, desiredRetention: 0.9 }
const shipped = { catchUpDays: 7, reviewsPerDay: 200 }
const SECONDS_A_REVIEW = 12

/** Reviews a day that leave room for new questions in the minutes somebody has. */
const fitting = ({ budgetS, pace }: Person) => Math.floor(budgetS / (SECONDS_A_REVIEW * pace))

const each = (kind: string, most: (person: Person) => number) =>
  Object.fromEntries(
    Object.entries(ORDERS).map(([name, order]) => [
      `${kind}: ${name}`,
      (person: Person) => fsrsDesk(queueBy(order, most(person)), OURS),
    ]),
  )

const POLICIES: Readonly<Record<string, (person: Person) => Desk>> = {
  Steppe: () => fsrsDesk(ourQueue({ ...shipped, catchUpDays: 0 }), OURS),
  'Steppe, every backlog spread': () => fsrsDesk(ourQueue(shipped), OURS),
  'Steppe, reviews limited': (person) =>
    fsrsDesk(ourQueue({ catchUpDays: 0, reviewsPerDay: fitting(person) }), OURS),
  'Steppe at 85 %': () =>
    fsrsDesk(ourQueue({ ...shipped, catchUpDays: 0 }), { ...OURS, desiredRetention: 0.85 }),
  'FSRS, plain due order': () =>
    fsrsDesk(queueBy(ORDERS.due, Infinity), { ...OURS, levelled: false }),
  'SM-2': () => sm2Desk(),
  ...each('Order', () => Infinity),
  ...each('Limited', fitting),
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
console.log(`\n${((performance.now() - began) / 1000).toFixed(0)} s`)
