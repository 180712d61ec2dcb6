import 'server-only'
import { viewOf } from '../../../course/courses'
import { inOrder, type Owners, ownersIn } from '../../../course/owners'
import type { CoursePart } from '../../../course/types'
import { type Cell, type Column, csvHead, csvRows, toCsv } from '../../../interop/csv'
import type { Column as Sorted } from '../../../table/column'
import { orderNamed } from '../../../table/order-text'
import { shownRows } from '../../../table/shown-rows'
import { currentCourse } from '../../current-course'
import type { CohortScope } from '../../scope'

export type TableInput = {
  readonly now: number
  /** The date of a table that is about one day, `YYYY-MM-DD`. Null for today. */
  readonly on: string | null
  /** The analyst or question that the table is about. Null for all of the cohort. */
  readonly of: string | null
  /** What its page was asked for; without it, all rows in their usual order. */
  readonly asked?: TableAsked
}

/** The order and the search of a page, and what the matrix was narrowed down to. */
export type TableAsked = {
  readonly sort: string | null
  readonly words: string
  readonly group: string | null
  readonly depth: string | null
  /** The analysts who were chosen; nobody for all. */
  readonly people: readonly string[]
}

type Needs = 'analyst' | 'question' | null

/** A table of a cohort's pages that can be exported. */
export type ExportTable = {
  /** What the table is about on its page. Null if it is about the cohort. */
  readonly needs: Needs
  /** Throws what its loader throws. */
  readonly csv: (scope: CohortScope, input: TableInput) => Promise<string>
  /** The same table of several cohorts, with the cohort's name in the first column. */
  readonly csvOf: (scopes: readonly CohortScope[], input: TableInput) => AsyncIterable<string>
}

/** What is published, and which of its courses the cohort of the table learns. */
export type TableCourses = Owners & { readonly learned: readonly CoursePart[] }

/** Makes a table from its columns and a function that loads its rows. */
export function table<Row>({
  needs = null,
  columns,
  coursesOf,
  sorted = [],
  load,
}: {
  readonly needs?: Needs
  readonly columns: readonly Column<Row>[]
  /** The courses that a row is about, for a last column with their ids. */
  readonly coursesOf?: (row: Row, courses: TableCourses) => readonly (CoursePart | null)[]
  /** By what its page is sorted and searched. Empty for a loader that does that itself. */
  readonly sorted?: readonly Sorted<Row>[]
  readonly load: (scope: CohortScope, input: TableInput) => Promise<readonly Row[]>
}): ExportTable {
  const columnsWith = (courses: TableCourses): readonly Column<Row>[] =>
    coursesOf === undefined
      ? columns
      : [...columns, { head: 'Course', value: (row) => idsIn(courses, coursesOf(row, courses)) }]
  return {
    needs,
    csv: async (scope, input) => {
      const rows = asAsked(await load(scope, input), sorted, input)
      return toCsv(columnsWith(await coursesFor(scope)), rows)
    },
    csvOf: async function* (scopes, input) {
      const named = (cohort: string, courses: TableCourses): readonly Column<Row>[] => [
        { head: 'Cohort', value: () => cohort },
        ...columnsWith(courses),
      ]
      yield csvHead(named('', NONE))
      for (const scope of scopes) {
        const rows = await load(scope, input)
        yield csvRows(named(scope.cohort.name, await coursesFor(scope)), rows)
      }
    },
  }
}

const NONE: TableCourses = {
  ...{ courses: [], learned: [] },
  ...{ part: () => null, question: () => null, fact: () => null, source: () => null },
}

/** Of everything that is published: an exam or an assignment may be of a course that was taken away. */
async function coursesFor({ cohort, newest }: CohortScope): Promise<TableCourses> {
  const published = await currentCourse({ newest })
  if (published === null) return NONE
  const { catalogue } = published
  const learns = cohort.courses.length === 0 ? null : cohort.courses
  const learned = new Set(ownersIn(viewOf(catalogue, learns)).courses.map(({ id }) => id))
  const owners = ownersIn(catalogue)
  return { ...owners, learned: owners.courses.filter(({ id }) => learned.has(id)) }
}

const idsIn = (courses: TableCourses, some: readonly (CoursePart | null)[]): Cell =>
  inOrder(courses, some)
    .map(({ id }) => id)
    .join('; ') || null

function asAsked<Row>(
  rows: readonly Row[],
  columns: readonly Sorted<Row>[],
  { asked }: TableInput,
): readonly Row[] {
  if (asked === undefined || columns.length === 0) return rows
  const order = orderNamed(asked.sort, columns)
  return shownRows(rows, columns, { order, words: asked.words, page: null }).rows
}

/** An instant as ISO 8601, or an empty cell. */
export const instant = (ms: number | null): Cell =>
  ms === null ? null : new Date(ms).toISOString()

/** Rounds a share or a mean to four digits, because more would mean nothing. */
export const rounded = (value: number | null): Cell =>
  value === null ? null : Math.round(value * 10_000) / 10_000
