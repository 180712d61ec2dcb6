import 'server-only'
import { Prisma } from '../generated/client'

// Lists of columns for statements of our own. The names come from our schema and from no request.

/** `"a", "b"`. */
export const named = (columns: readonly string[]): Prisma.Sql =>
  Prisma.raw(columns.map((column) => `"${column}"`).join(', '))

/** For ON CONFLICT: the new row's values in place of the stored ones. */
export const replaced = (columns: readonly string[]): Prisma.Sql =>
  Prisma.raw(columns.map((column) => `"${column}" = EXCLUDED."${column}"`).join(', '))

/** For ON CONFLICT: the new row's numbers added to the stored ones. */
export const addedTo = (table: string, columns: readonly string[]): Prisma.Sql =>
  Prisma.raw(
    columns
      .map((column) => `"${column}" = "${table}"."${column}" + EXCLUDED."${column}"`)
      .join(', '),
  )
