import { Link } from '@/app/_components/link'
import type { ShownColumn } from '@/app/_table/data-table'

type Analyst = { readonly userId: string; readonly name: string }

/** The first column of a table of analysts: the name, which leads to the page of its analyst. */
export const analystColumn = (cohortId: string): ShownColumn<Analyst> => ({
  id: 'name',
  head: 'Analyst',
  value: ({ name }) => name,
  cell: ({ userId, name }) => (
    <Link href={`/cohorts/${cohortId}/learners/${userId}`} className="link">
      {name}
    </Link>
  ),
})
