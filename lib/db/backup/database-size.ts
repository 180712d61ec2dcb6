import 'server-only'
import { z } from 'zod'
import { rowsOf } from '../connection/rows-of'

const size = z.object({ bytes: z.number() })

export async function databaseBytes(): Promise<number> {
  const [row] = await rowsOf(size)`
    SELECT pg_database_size(current_database())::float8 AS "bytes"`
  return row?.bytes ?? 0
}
