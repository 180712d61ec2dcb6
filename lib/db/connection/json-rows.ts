import 'server-only'
import { z } from 'zod'

// Postgres can give a whole list of rows as one value of JSON, so that a page reads several lists in
// one statement. Numbers keep every digit in it.

/** JSON has an instant as ISO text, with the offset of the session's zone. */
export const jsonInstant = z.string().transform((text) => new Date(text))

/** What `json_agg` gives: null for no rows. */
export const jsonList = <Row extends z.ZodType>(row: Row) =>
  z
    .array(row)
    .nullable()
    .transform((rows) => rows ?? [])
