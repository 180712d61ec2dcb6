import { uuidv7 } from 'uuidv7'
import { entriesOfBuild } from './build-entries'
import { addressOf, entryNames } from './requests'
import { type Kind, rowsOf, type World } from './world'

/**
 * What a read may leave behind, each with its reason. None of it is something that a person did in the
 * course, and none of it changes what anybody is shown there.
 */
const LEFT_BEHIND: Readonly<Record<string, { readonly columns: readonly string[]; why: string }>> =
  {
    User: { columns: ['lastSeenAt'], why: 'when somebody was last seen' },
    Session: {
      columns: ['lastSeenAt', 'expiresAt'],
      why: 'a sign-in session lasts while it is used',
    },
  }
const RECORDS_OF_REQUESTS: Readonly<Record<string, string>> = {
  AuditEvent: 'a download leaves the house, and the audit says so before the first line is sent',
  ExamPageAsked: 'what somebody asks for during their exam is noted with the attempt',
  SignInThrottle: 'wrong codes in an address are counted, so that nobody can guess one',
}

/** The ways in which a browser reads a page: opened, followed from another page, and fetched early. */
const WAYS: readonly Readonly<Record<string, string>>[] = [
  {},
  { rsc: '1' },
  { rsc: '1', 'next-router-prefetch': '1', purpose: 'prefetch' },
  { purpose: 'prefetch', 'sec-purpose': 'prefetch' },
]

type Reads = {
  readonly pages: number
  readonly requests: number
  /** Tables that a read changed, with the requests after which it was seen. */
  readonly written: readonly string[]
}

/** A flag of the learner with a reply that they have not seen. */
export async function someRepliedFlag({ app, ids }: World): Promise<void> {
  await rowsOf(
    app.dataDir,
    `INSERT INTO "Flag" ("userId", "id", "questionId", "revision", "comment", "raisedAt", "reply", "repliedAt")
     VALUES ('${ids.learner}', '${uuidv7()}', '${ids.question}', 1, 'Is this so?', now(), 'Yes.', now())`,
  )
}

/** An attempt of the learner whose time was over an hour ago, and which nobody has graded yet. */
export async function someAttemptThatIsOver({ app, ids }: World): Promise<void> {
  await rowsOf(
    app.dataDir,
    `INSERT INTO "ExamAttempt" ("userId", "id", "examId", "number", "startedAt", "endsAt", "questions")
     SELECT '${ids.learner}', '${uuidv7()}', "examId", 1, now() - interval '2 hours',
       now() - interval '1 hour', "questions"
     FROM "ExamAttempt" WHERE "id" = '${ids.attempt}'`,
  )
}

/** Every page and every other address that can be read, as these people and in every way. */
export async function readEverything(world: World, kinds: readonly Kind[]): Promise<Reads> {
  const pages = entriesOfBuild().pages.filter((name) => !name.startsWith('/_'))
  const routes = entryNames().filter((name) => name.startsWith('GET '))
  const read = [...new Set([...pages, ...routes.map((name) => name.replace('GET ', ''))])]
  const written: string[] = []
  let requests = 0
  let before = await digests(world.app.dataDir)
  for (const kind of kinds) {
    for (const name of read) {
      const path = addressOf(name, world, world.cohorts.own)
      for (const headers of pages.includes(name) ? WAYS : [{}]) {
        await (await world.as(kind).request(path, { headers })).text()
        requests += 1
      }
    }
    const after = await digests(world.app.dataDir)
    for (const [table, digest] of after) {
      if (before.get(table) !== digest) written.push(`${table}, when all was read as ${kind}`)
    }
    before = after
  }
  return { pages: pages.length, requests, written }
}

/** A digest of each table, without what a read may leave behind. */
async function digests(dataDir: string): Promise<ReadonlyMap<string, string>> {
  const tables = await rowsOf(
    dataDir,
    `SELECT "relname"::text AS "table" FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND NOT c.relispartition`,
  )
  const wanted = tables
    .map(({ table }) => String(table))
    .filter((table) => !(table in RECORDS_OF_REQUESTS))
  const parts = wanted.map((table) => {
    const without = (LEFT_BEHIND[table]?.columns ?? []).map((column) => ` - '${column}'`).join('')
    const row = `(to_jsonb(t)${without})::text`
    return `SELECT '${table}' AS "table",
      md5(coalesce(string_agg(${row}, ';' ORDER BY ${row}), '')) AS "digest" FROM "${table}" t`
  })
  const rows = await rowsOf(dataDir, parts.join(' UNION ALL '))
  return new Map(rows.map(({ table, digest }) => [String(table), String(digest)]))
}
