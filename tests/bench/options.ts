/** The rows of the bench by the names that `--only` takes, in the order in which they run. */
export const FAMILIES = [
  'start',
  'grade',
  'session',
  'today',
  'review',
  'progress',
  'course-page',
  'cohort-page',
  'growth',
  'keys',
  'weight',
  'lighthouse',
  'memory',
  'cohort',
] as const

export type Family = (typeof FAMILIES)[number]

/** These take minutes, so `--quick` leaves them out; named by `--only` they run all the same. */
const LONG: readonly Family[] = ['lighthouse', 'memory', 'cohort']

/** These are compared with no floor, so that none is measured for them alone. */
const WITHOUT_FLOOR: readonly Family[] = [
  'start',
  'keys',
  'weight',
  'lighthouse',
  'memory',
  'cohort',
]

export const needsFloors = (families: readonly Family[]): boolean =>
  families.some((name) => !WITHOUT_FLOOR.includes(name))

export type Options = {
  readonly quick: boolean
  readonly families: readonly Family[]
  /** The Node that runs the server and the client; null for the one that runs the bench. */
  readonly node: string | null
  /** Millions of events of other people in the second half of the growth rows; 0 for none. */
  readonly othersMillion: number
  /** How long the row of memory lasts. */
  readonly memoryMinutes: number
}

export type Parsed = { readonly ok: true; readonly options: Options } | Refused
type Refused = { readonly ok: false; readonly message: string }

/** What was typed after `npm run bench --`. */
export function parseOptions(args: readonly string[]): Parsed {
  const given = new Map<string, string>()
  const rest = [...args]
  let quick = false
  for (let name = rest.shift(); name !== undefined; name = rest.shift()) {
    if (name === '--quick') {
      quick = true
      continue
    }
    if (!VALUED.includes(name)) return refuse(`The bench does not know ${name}.`)
    const value = rest.shift()
    if (value === undefined) return refuse(`${name} needs a value.`)
    given.set(name, value)
  }
  const only = given.get('--only')?.split(',') ?? null
  const unknown = only?.find((name) => !isFamily(name))
  if (unknown !== undefined) return refuse(`The bench has no rows named ${unknown}.`)
  const othersMillion = Number(given.get('--others') ?? (quick ? 0 : 20))
  const memoryMinutes = Number(given.get('--minutes') ?? 10)
  if (!(othersMillion >= 0 && memoryMinutes > 0)) {
    return refuse('--others and --minutes need a number.')
  }
  const families = only?.filter(isFamily) ?? FAMILIES.filter((name) => !quick || !isLong(name))
  return {
    ok: true,
    options: { quick, families, node: given.get('--node') ?? null, othersMillion, memoryMinutes },
  }
}

const VALUED = ['--only', '--node', '--others', '--minutes']
const isFamily = (name: string): name is Family => FAMILIES.some((each) => each === name)
const isLong = (name: Family): boolean => LONG.includes(name)

const refuse = (message: string): Refused => ({
  ok: false,
  message:
    `${message} Nothing was measured.\nIt takes --quick, --node 24 or a path, --others MILLIONS, ` +
    `--minutes N, and --only with some of: ${FAMILIES.join(', ')}.`,
})
