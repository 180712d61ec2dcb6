import 'server-only'
import { z } from 'zod'
import { NOT_ISO } from './instants'
import { rowsOf } from './rows-of'

/** What was sent to the database, and what came back on the path that every statement takes. */
export type Probe = {
  readonly version: number
  readonly readOnly: boolean
  readonly schema: string | null
  readonly zone: string
  readonly dateStyle: string
  readonly instant: Date
  readonly storedMs: bigint
  readonly number: number
  readonly text: string
}

const probe: z.ZodType<Probe> = z.object({
  version: z.number(),
  readOnly: z.boolean(),
  schema: z.string().nullable(),
  zone: z.string(),
  dateStyle: z.string(),
  instant: z.date(),
  storedMs: z.bigint(),
  number: z.number(),
  text: z.string(),
})

/** Sends values through the database and gives back what it made of them; it writes nothing. */
export async function probeDatabase(sent: {
  readonly instant: Date
  /** In JSON, which is how numbers of cards are written. */
  readonly number: number
  readonly text: string
}): Promise<Probe | undefined> {
  const rows = await rowsOf(probe)`
    SELECT current_setting('server_version_num')::int AS "version",
      current_setting('transaction_read_only')::boolean AS "readOnly",
      current_schema()::text AS "schema",
      current_setting('TimeZone') AS "zone",
      current_setting('DateStyle') AS "dateStyle",
      ${sent.instant}::timestamptz AS "instant",
      (extract(epoch FROM ${sent.instant}::timestamptz) * 1000)::bigint AS "storedMs",
      (${JSON.stringify(sent.number)}::json #>> '{}')::float8 AS "number",
      ${sent.text}::text AS "text"`
  return rows[0]
}

/** Whether instants came back in a form that `inUtc` refuses. */
export const writesOtherDates = (error: unknown): boolean =>
  error instanceof Error && error.message.includes(NOT_ISO)

/** Whether the database refused a text because its encoding has no place for a character. */
export const lacksCharacters = (error: unknown): boolean =>
  error instanceof Error && /22P05|has no equivalent in encoding/.test(error.message)
