import 'server-only'
import type { z } from 'zod'
import { Prisma } from '../generated/client'
import { databasePool } from './client'

/**
 * As `rowsOf`, for statements that instructors' pages and exports only read with.
 */
export const readRows =
  <Row>(schema: z.ZodType<Row>) =>
  async (sql: TemplateStringsArray, ...values: readonly unknown[]): Promise<Row[]> => {
    const { text, values: sent } = Prisma.sql(sql, ...values)
    const { rows } = await databasePool().query({ text, values: sent })
    return rows.map((row) => schema.parse(row))
  }
