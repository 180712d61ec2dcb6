import 'server-only'
import type { z } from 'zod'
import { Prisma } from '../generated/client'
import { fromReplica } from './read-replica'

/**
 * As `rowsOf`, for what instructors read of the cards and answers of learners: from the replica, if
 * there is one. What instructors write themselves is read from the primary, so that they see it at once.
 */
export const readRows =
  <Row>(schema: z.ZodType<Row>) =>
  async (sql: TemplateStringsArray, ...values: readonly unknown[]): Promise<Row[]> => {
    const { text, values: sent } = Prisma.sql(sql, ...values)
    const { rows } = await fromReplica((pool) => pool.query(text, sent))
    return rows.map((row) => schema.parse(row))
  }
