import { ENTRIES, type Entry, isPage } from '@/lib/policy/entries'
import type { Row } from '@/lib/policy/policy'
import { askingOf, entryNames } from './requests'
import { KINDS, type Kind, rowsOf, type World } from './world'

export type Matrix = {
  readonly entries: number
  readonly requests: number
  /** What somebody got, or nobody was refused, against the policy, in words. */
  readonly leaks: readonly string[]
  /** Errors of the server. */
  readonly broken: readonly string[]
}

type Outcome = 'allowed' | 'sign-in first' | 'in an exam' | 'hidden'

/** Every entry as everybody, about the own cohort and about another. Refused calls must change nothing. */
export async function runMatrix(world: World, kinds: readonly Kind[] = KINDS): Promise<Matrix> {
  const { cohorts, app } = world
  const leaks: string[] = []
  const broken: string[] = []
  let requests = 0
  const before = await fingerprint(app.dataDir)
  for (const entry of entryNames()) {
    const row: Row = ENTRIES[entry]
    for (const kind of kinds) {
      for (const whose of row.names === 'cohort'
        ? (['own', 'other'] as const)
        : (['own'] as const)) {
        const wanted = wantedOf(row, kind, whose)
        if (!mayBeSent(entry, kind, wanted)) continue
        const asked = `${entry} as ${kind} (${whose})`
        const response = await askingOf(entry, world, cohorts[whose]).send(world.as(kind))
        const body = await response.text()
        requests += 1
        if (response.status >= 500) broken.push(`${asked}: ${response.status}`)
        if (wanted === null) continue
        const got = outcomeOf(entry, response, body)
        if (!agrees(wanted, got, row)) {
          leaks.push(
            `${asked}: ${got} instead of ${wanted} (${response.status} ${body.slice(-200)})`,
          )
        }
        // In an exam, somebody may still know what the cohort is called.
        if (wanted === 'allowed' || wanted === 'in an exam') continue
        const seen = world.marks.find((mark) => body.includes(mark) && !isOwn(mark, kind))
        if (seen !== undefined) leaks.push(`${asked}: contains ${seen}`)
      }
    }
  }
  // The page of somebody in an exam, whatever it is, has no answer of that exam.
  for (const kind of ['learner in an exam', 'administrator in an exam'] as const) {
    for (const entry of entryNames().filter(
      (name) => !name.includes('#') && !name.startsWith('POST'),
    )) {
      const response = await askingOf(entry, world, cohorts.own).send(world.as(kind))
      const body = await response.text()
      requests += 1
      const seen = world.answers.find((answer) => body.includes(answer))
      if (seen !== undefined) leaks.push(`${entry} as ${kind}: contains the answer ${seen}`)
    }
  }
  const after = await fingerprint(app.dataDir)
  for (const [table, rows] of before) {
    if (after.get(table) !== rows) leaks.push(`A refused request changed ${table}`)
  }
  return { entries: entryNames().length, requests, leaks, broken }
}

const isInExam = (kind: Kind): boolean => kind.endsWith('in an exam')
const isOwn = (mark: string, kind: Kind): boolean =>
  kind === 'learner' && mark.toLowerCase().startsWith('learner')

/** What the policy says; null where it says nothing, because anybody may. */
function wantedOf(row: Row, kind: Kind, whose: 'own' | 'other'): Outcome | null {
  if (row.who === 'anybody') return null
  if (kind === 'nobody' || kind === 'disabled') return 'sign-in first'
  if (!hasRole(row, kind, whose)) return 'hidden'
  return isInExam(kind) && row.duringExam === 'closed' ? 'in an exam' : 'allowed'
}

function hasRole({ who }: Row, kind: Kind, whose: 'own' | 'other'): boolean {
  const isAdmin = kind.startsWith('administrator')
  switch (who) {
    case 'anybody':
    case 'signed-in':
      return true
    case 'instructor':
      return isAdmin || kind === 'instructor' || kind === 'other instructor'
    case 'instructor-of-cohort':
      return isAdmin || kind === (whose === 'own' ? 'instructor' : 'other instructor')
    case 'administrator':
      return isAdmin
  }
}

/** An action is sent only by those whom it must refuse, so that the world stays as it is. */
const mayBeSent = (entry: Entry, kind: Kind, wanted: Outcome | null): boolean =>
  entry.includes('#')
    ? wanted !== null && wanted !== 'allowed'
    : !(entry.endsWith('/hand-in') && kind === 'learner in an exam')

function outcomeOf(entry: Entry, response: Response, body: string): Outcome {
  const { status, headers } = response
  const leadsTo = headers.get('location') ?? headers.get('x-action-redirect') ?? ''
  if (/(^|\/\/[^/]+)\/sign-in/.test(leadsTo) || (!isPage(entry) && status === 401))
    return 'sign-in first'
  if (leadsTo.includes('/exam-running') || body.includes('Your exam is open.')) return 'in an exam'
  if (status === 404 || status === 403) return 'hidden'
  return /NEXT_HTTP_ERROR_FALLBACK;404|None of your cohorts has this|Only an (instructor|administrator) may/.test(
    body,
  )
    ? 'hidden'
    : 'allowed'
}

/** What is somebody else’s, or not there, is hidden also from those who may use the entry. */
const agrees = (wanted: Outcome, got: Outcome, { names }: Row): boolean =>
  wanted === got ||
  (wanted === 'allowed' && got === 'hidden' && names !== 'nothing' && names !== 'course') ||
  // Who is in an exam, and may not either, is refused for one reason or the other.
  (wanted === 'hidden' && got === 'in an exam')

/** A digest of each table that only what somebody does can change. */
async function fingerprint(dataDir: string): Promise<ReadonlyMap<string, string>> {
  const tables = [
    'Cohort',
    'Membership',
    'Invitation',
    'Assignment',
    'Exam',
    'ExamAttempt',
    'ExamAppeal',
    'ExamAllowance',
    'ExamAccommodation',
    'ExamRegrade',
    'Card',
    'ReviewEvent',
    'Notification',
  ]
  const parts = tables.map(
    (table) =>
      `SELECT '${table}' AS "table", md5(coalesce(string_agg(t::text, ';' ORDER BY t::text), '')) AS "digest" FROM "${table}" t`,
  )
  const people = `SELECT 'User' AS "table", md5(string_agg(concat(u."email", u."name", u."role", u."passwordHash", u."disabledAt", u."zone"), ';' ORDER BY u."id")) AS "digest" FROM "User" u`
  const rows = await rowsOf(dataDir, [...parts, people].join(' UNION ALL '))
  return new Map(rows.map(({ table, digest }) => [String(table), String(digest)]))
}
