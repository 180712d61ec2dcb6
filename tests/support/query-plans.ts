import { Client } from 'pg'
import { vi } from 'vitest'
import { z } from 'zod'
import { databasePool } from '@/lib/db/connection/client'

/** Tables with rows of persons, of which there are many more than a statement may look at. */
const PER_PERSON = [
  'Card',
  'CardsVersion',
  'Flag',
  'ForecastScore',
  'LessonProgress',
  'MemoryModel',
  'Membership',
  'ReviewEvent',
  'Session',
  'StudyDay',
  'User',
]
const PARTITIONED = /^(Card|ReviewEvent|StudyDay)_\d+$/

/** What went to the database, as pg was given it. */
export type Statement = { readonly text: string; readonly values: readonly unknown[] }

const sent = z.object({ text: z.string(), values: z.array(z.unknown()).optional() })

/** The statements that some work sends, each text once. */
export async function statementsOf(work: () => Promise<unknown>): Promise<readonly Statement[]> {
  const query = vi.spyOn(databasePool(), 'query')
  try {
    await work()
    const all = query.mock.calls.flatMap(([first, second]: unknown[]) => {
      if (typeof first === 'string')
        return { text: first, values: z.array(z.unknown()).catch([]).parse(second) }
      const { text, values = [] } = sent.parse(first)
      return { text, values }
    })
    return [...new Map(all.map((one) => [one.text, one])).values()]
  } finally {
    query.mockRestore()
  }
}

type Plan = {
  'Node Type': string
  'Relation Name'?: string | undefined
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number | undefined
  'Rows Removed by Index Recheck'?: number | undefined
  'Index Cond'?: string | undefined
  Plans?: Plan[] | undefined
}

const plan: z.ZodType<Plan> = z.lazy(() =>
  z.object({
    'Node Type': z.string(),
    'Relation Name': z.string().optional(),
    'Actual Rows': z.number(),
    'Actual Loops': z.number(),
    'Rows Removed by Filter': z.number().optional(),
    'Rows Removed by Index Recheck': z.number().optional(),
    'Index Cond': z.string().optional(),
    Plans: z.array(plan).optional(),
  }),
)
const explained = z.tuple([z.object({ Plan: plan })])

/**
 * What is wrong with the plan of a statement, in words; empty when nothing is. The statement is run
 * and rolled back, once as Postgres plans it for these values, and once as for any values, which is
 * what a named statement may get.
 *
 * - No statement reads a table of persons, or an index of it, from its beginning to its end. The
 *   tables of a test are small beside those of a department, and small tables are rather read as a
 *   whole. So Postgres is told that this is expensive: what does it all the same has no index.
 * - Each scan of such a table reads at most three times the rows that it hands on. What an aggregate
 *   counts is what its scan hands on.
 * - `people: 'one'`: of each partitioned table at most one partition is read.
 */
export async function faultsOf(
  { text, values }: Statement,
  people: 'one' | 'many',
): Promise<readonly string[]> {
  const faults: string[] = []
  for (const mode of ['force_custom_plan', 'force_generic_plan']) {
    const scans = nodesOf(await explain(text, values, mode)).filter(
      (node) =>
        node['Actual Loops'] > 0 &&
        node['Relation Name'] !== undefined &&
        node['Node Type'] !== 'ModifyTable',
    )
    const read = new Map<string, Set<string>>()
    for (const scan of scans) {
      const relation = scan['Relation Name'] ?? ''
      const table = PARTITIONED.exec(relation)?.[1] ?? relation
      if (!PER_PERSON.includes(table)) continue
      read.set(table, (read.get(table) ?? new Set()).add(relation))
      const returned = scan['Actual Rows'] * scan['Actual Loops']
      const dropped =
        ((scan['Rows Removed by Filter'] ?? 0) + (scan['Rows Removed by Index Recheck'] ?? 0)) *
        scan['Actual Loops']
      if (readsAll(scan)) faults.push(`${mode}: reads all of ${relation}`)
      else if (returned + dropped > 3 * Math.max(returned, 1)) {
        faults.push(`${mode}: reads ${returned + dropped} rows of ${relation} for ${returned}`)
      }
    }
    for (const [table, relations] of read) {
      if (people === 'one' && relations.size > 1) {
        faults.push(`${mode}: reads ${relations.size} partitions of ${table}`)
      }
    }
  }
  return faults
}

/** The condition of a bitmap is at the node below it, which reads an index and not the table. */
const readsAll = (scan: Plan): boolean =>
  scan['Node Type'] !== 'Bitmap Heap Scan' && scan['Index Cond'] === undefined

async function explain(text: string, values: readonly unknown[], mode: string): Promise<Plan> {
  const client = new Client({ connectionString: `${process.env.DATABASE_URL}` })
  await client.connect()
  try {
    await client.query('begin')
    await client.query(`set local plan_cache_mode = ${mode}`)
    await client.query('set local enable_seqscan = off')
    await client.query(`prepare statement as ${text}`)
    const given = values.length > 0 ? `(${values.map(literal).join(', ')})` : ''
    const { rows } = await client.query(
      `explain (analyze, format json, timing off) execute statement${given}`,
    )
    return explained.parse(
      z.array(z.object({ 'QUERY PLAN': z.unknown() })).parse(rows)[0]?.['QUERY PLAN'],
    )[0].Plan
  } finally {
    await client.query('rollback')
    await client.end()
  }
}

function nodesOf(node: Plan): readonly Plan[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)]
}

/** A value as pg sends it, as a literal of no type yet. */
function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  if (Array.isArray(value)) return quoted(`{${value.map(element).join(',')}}`)
  if (value instanceof Date) return quoted(value.toISOString())
  return quoted(String(value))
}

const element = (value: unknown): string =>
  value === null
    ? 'null'
    : JSON.stringify(value instanceof Date ? value.toISOString() : String(value))

const quoted = (text: string): string => new Client().escapeLiteral(text)
