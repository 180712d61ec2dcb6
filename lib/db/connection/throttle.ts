import 'server-only'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { clientNetwork } from '../../kernel/client-network'
import { databasePool } from './client'

/** How many attempts that failed are allowed within `seconds` of the first of them. */
const LIMITS = {
  /** By account: passwords typed in browsers that this account does not know. */
  'sign-in': { points: 10, seconds: 15 * 60 },
  /** By account and device: the way through for the owner while a stranger uses up the budget above. */
  'sign-in-device': { points: 5, seconds: 15 * 60 },
  /** By address of the client, whatever the account: stops somebody who tries one password on many. */
  'sign-in-from': { points: 30, seconds: 15 * 60 },
  /** By account: the current password, asked of somebody who is signed in. */
  'own-password': { points: 10, seconds: 15 * 60 },
  /** By account: codes of the second factor. Whoever is asked for one has given the password. */
  'second-factor': { points: 5, seconds: 15 * 60 },
  /** By address of the client, whatever the account: codes of the second factor. */
  'second-factor-from': { points: 30, seconds: 15 * 60 },
  /** By address of the client: codes of invitations, of links for a new password and of the set-up. */
  'code-from': { points: 100, seconds: 15 * 60 },
  /** By address of the client: people whom the sign-in provider knows and who are refused here. */
  'provider-from': { points: 30, seconds: 15 * 60 },
  /** By account and by address of the client: links for a new password that are asked for. */
  'new-password': { points: 3, seconds: 60 * 60 },
  'new-password-from': { points: 30, seconds: 60 * 60 },
} as const

export type Throttled = keyof typeof LIMITS

/** One budget: what is tried, and the account, device or address that it is counted for. */
export type Budget = readonly [what: Throttled, whom: string]

/** What people type as an address may have any length and any characters; the key of a row may not. */
const keyOf = ([what, whom]: Budget): string =>
  `${what}:${createHash('sha256')
    .update(what.endsWith('-from') ? clientNetwork(whom) : whom)
    .digest('hex')}`

/** The row that says that the use-up of a budget is recorded. It ends with the budget's own. */
const notedKey = (key: string): string => `noted:${key}`

// Counted in the database, by its clock, so that several processes share one count. Without a name,
// since a pooler in transaction mode may send the name to a connection that does not know it. Each
// is one statement, and takes the rows in the order of their keys, so that two never wait for each other.
const NOW = '(extract(epoch FROM clock_timestamp()) * 1000)::bigint'

const COUNT = `
  INSERT INTO "SignInThrottle" AS t ("key", "points", "expire")
  SELECT k, 1, ${NOW} + s * 1000 FROM unnest($1::text[], $2::int[]) AS given(k, s) ORDER BY k
  ON CONFLICT ("key") DO UPDATE SET
    "points" = CASE WHEN t."expire" <= ${NOW} THEN 1 ELSE t."points" + 1 END,
    "expire" = CASE WHEN t."expire" <= ${NOW} THEN excluded."expire" ELSE t."expire" END
  RETURNING "key", "points", ("expire" - ${NOW})::float8 AS "ms"`

const READ = `
  SELECT "key", "points", ("expire" - ${NOW})::float8 AS "ms" FROM "SignInThrottle"
  WHERE "key" = ANY($1::text[]) AND "expire" > ${NOW}`

const GIVE_BACK = `
  UPDATE "SignInThrottle" SET "points" = greatest("points" - 1, 0) WHERE "key" IN (
    SELECT "key" FROM "SignInThrottle" WHERE "key" = ANY($1::text[]) ORDER BY "key" FOR UPDATE)`

const FORGET = `DELETE FROM "SignInThrottle" WHERE "key" = ANY($1::text[])`

// Asked first, so that a flood of refusals does not queue for one row; of a race the conflict decides.
const NOTE = `
  INSERT INTO "SignInThrottle" AS t ("key", "points", "expire")
  SELECT 'noted:' || o."key", 1, o."expire" FROM "SignInThrottle" AS o
  JOIN unnest($1::text[], $2::int[]) AS given(k, most) ON o."key" = k AND o."points" >= most
  WHERE o."expire" > ${NOW} AND NOT EXISTS (
    SELECT 1 FROM "SignInThrottle" n WHERE n."key" = 'noted:' || o."key" AND n."expire" > ${NOW})
  ORDER BY 1
  ON CONFLICT ("key") DO UPDATE SET "expire" = excluded."expire" WHERE t."expire" <= ${NOW}
  RETURNING "key", ${NOW}::float8 AS "at"`

const countRow = z.object({ key: z.string(), points: z.number(), ms: z.number() })

async function run(text: string, values: readonly unknown[]): Promise<z.infer<typeof countRow>[]> {
  const { rows } = await databasePool().query({ text, values: [...values] })
  return z.array(countRow).parse(rows)
}

/**
 * Counts one attempt in each budget, before it is made: of many at once, no more than the limit are
 * allowed. Seconds until the next one may be made; 0 when this one is allowed. What is refused counts
 * in no budget but the one that is used up.
 */
export async function countAttempts(budgets: readonly Budget[]): Promise<number> {
  const limits = new Map(budgets.map((budget) => [keyOf(budget), LIMITS[budget[0]]]))
  const seconds = [...limits.values()].map((limit) => limit.seconds)
  const rows = await run(COUNT, [[...limits.keys()], seconds])
  const isOver = (row: (typeof rows)[number]) => row.points > (limits.get(row.key)?.points ?? 0)
  const over = rows.filter(isOver)
  if (over.length === 0) return 0
  const counted = rows.filter((row) => !isOver(row)).map(({ key }) => key)
  if (counted.length > 0) await run(GIVE_BACK, [counted])
  return longest(over)
}

/** Seconds until all of these budgets allow an attempt; 0 when they do now. Counts nothing. */
export async function secondsUntil(budgets: readonly Budget[]): Promise<number> {
  const limits = new Map(budgets.map((budget) => [keyOf(budget), LIMITS[budget[0]]]))
  const rows = await run(READ, [[...limits.keys()]])
  return longest(rows.filter(({ key, points }) => points >= (limits.get(key)?.points ?? 0)))
}

const longest = (rows: readonly { readonly ms: number }[]): number =>
  rows.length === 0 ? 0 : Math.max(1, ...rows.map(({ ms }) => Math.ceil(ms / 1000)))

/** An attempt that was counted was right. */
export async function giveBack(budgets: readonly Budget[]): Promise<void> {
  await run(GIVE_BACK, [budgets.map(keyOf)])
}

export const countAttempt = (what: Throttled, whom: string): Promise<number> =>
  countAttempts([[what, whom]])

export const secondsToWait = (what: Throttled, whom: string): Promise<number> =>
  secondsUntil([[what, whom]])

export async function forgetAttempts(what: Throttled, whom: string): Promise<void> {
  const key = keyOf([what, whom])
  await run(FORGET, [[key, notedKey(key)]])
}

const notedRow = z.object({ key: z.string(), at: z.number() })

/**
 * Those of these budgets that are used up and that this has not told since they were begun, each with the
 * instant of now. Of many refusals at once, one is told of each budget.
 */
export async function newlyUsedUp(
  budgets: readonly Budget[],
): Promise<readonly { readonly budget: Budget; readonly at: number }[]> {
  const keys = budgets.map(keyOf)
  const values = [keys, budgets.map(([what]) => LIMITS[what].points)]
  const { rows } = await databasePool().query({ text: NOTE, values })
  const noted = new Map(
    z
      .array(notedRow)
      .parse(rows)
      .map(({ key, at }) => [key, at]),
  )
  return budgets.flatMap((budget, index) => {
    const at = noted.get(notedKey(keys[index] ?? ''))
    return at === undefined ? [] : [{ budget, at }]
  })
}

const BY_ACCOUNT = ['sign-in', 'own-password', 'second-factor', 'new-password'] as const

/** The address of the account for which a budget counts; null for one of a device or a client. */
export const accountOfBudget = ([what, whom]: Budget): string | null =>
  BY_ACCOUNT.some((each) => each === what) ? whom : null

/** The keys of the rows that count attempts for this account. */
export const attemptKeys = (address: string): string[] =>
  BY_ACCOUNT.flatMap((what) => {
    const key = keyOf([what, address])
    return [key, notedKey(key)]
  })
