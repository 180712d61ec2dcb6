import { first, pageOf, query } from '@/app/_table/query'
import { asQuestionId } from '@/lib/kernel/ids'
import { isIsoDate, studyDayNamed } from '@/lib/kernel/study-day'
import { BULK_KINDS, type BulkAct } from '@/lib/review/bulk-act'
import { filterValues, type QuestionFilter, readFilter } from '@/lib/review/question-filter'
import { QUESTION_SORTS, type QuestionSort } from '@/lib/review/view/question-list'
import type { Chosen } from '@/lib/server/study/bulk'

export type Query = Readonly<Record<string, string | string[] | undefined>>

export type Asked = {
  readonly filter: QuestionFilter
  readonly sort: QuestionSort
  readonly page: number
}

export function listAsked(asked: Query): Asked {
  return {
    filter: readFilter((name) => first(asked[name])),
    sort: QUESTION_SORTS.find((sort) => sort === first(asked.sort)) ?? 'course',
    page: pageOf(first(asked.page)),
  }
}

/** The address of the list, from `?` on. */
export const listQuery = ({ filter, sort, page }: Asked): string =>
  query({
    ...filterValues(filter),
    sort: sort === 'course' ? null : sort,
    page: page === 1 ? null : page,
  })

/** What is to be done with which questions; null while nothing is asked. `day`: `YYYY-MM-DD`, for a move. */
export function actAsked(kind: string | null, day: string | null): BulkAct | null {
  const known = BULK_KINDS.find((each) => each === kind)
  if (known === undefined) return null
  if (known !== 'move') return { kind: known }
  // A day that cannot be read is none that somebody may choose, and the verb says so.
  return { kind: known, toDay: studyDayNamed(day !== null && isIsoDate(day) ? day : '1970-01-01') }
}

export function chosenOf(asked: Query, filter: QuestionFilter): Chosen {
  if (first(asked.of) === 'all') return { filter }
  return { ids: [asked.q ?? []].flat().map(asQuestionId) }
}
