import 'server-only'
import type { z } from 'zod'
import { Prisma } from '../generated/client'
import { database } from './client'

/**
 * A tag for a statement of our own: ``rowsOf(schema)`SELECT …` ``. Each row is checked, because the
 * compiler cannot know what SQL returns. Throws a `ZodError` that names the column.
 */
export const rowsOf =
  <Row>(schema: z.ZodType<Row>) =>
  async (sql: TemplateStringsArray, ...values: readonly unknown[]): Promise<Row[]> => {
    const rows = await database().$queryRaw<unknown[]>(Prisma.sql(sql, ...values))
    return rows.map((row) => schema.parse(row))
  }
