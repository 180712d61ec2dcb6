import 'server-only'
import { z } from 'zod'
import { rowsOf } from '../connection/rows-of'

/**
 * What stays, without a name, when an account is deleted and its log is kept: the log, what is
 * computed from it, and what an answer was scheduled or graded with. Every other table with a
 * `userId` is about the person and is emptied.
 */
export const LOG_TABLES: readonly string[] = [
  'Card',
  'CardsVersion',
  'ExamAnswer',
  'ExamAttempt',
  'ExamRegraded',
  'Flag',
  'ForecastScore',
  'ForecastSnapshot',
  'LessonProgress',
  'MemoryModel',
  'ReviewEvent',
  'StudyDay',
  'Training',
]

const tableRow = z.object({ name: z.string() })

/**
 * Every table with rows of persons, read from the database itself, so that no table of a later
 * release is forgotten. A partitioned table is one table: its partitions are not named.
 */
export async function personalTables(): Promise<string[]> {
  const rows = await rowsOf(tableRow)`
    SELECT c.relname::text AS "name" FROM pg_class c
    JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = current_schema()
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'userId' AND NOT a.attisdropped
    WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
    ORDER BY 1`
  return rows.map(({ name }) => name)
}
