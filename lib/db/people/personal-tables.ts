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
 * release is forgotten.
 */
export async function personalTables(): Promise<string[]> {
  const rows = await rowsOf(tableRow)`
    SELECT c.table_name::text AS "name" FROM information_schema.columns c
    JOIN information_schema.tables t USING (table_schema, table_name)
    WHERE c.table_schema = current_schema() AND c.column_name = 'userId'
      AND t.table_type = 'BASE TABLE'
    ORDER BY 1`
  return rows.map(({ name }) => name)
}
