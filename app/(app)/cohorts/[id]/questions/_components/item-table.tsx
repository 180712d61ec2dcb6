import { Link } from '@/app/_components/link'
import { Tag } from '@/app/_components/tag'
import { DataTable } from '@/app/_table/data-table'
import { query } from '@/app/_table/query'
import { withLooks } from '@/app/_table/with-looks'
import {
  discriminationText,
  FINDINGS,
  secondsText,
  surpriseText,
  TOO_FEW,
} from '@/app/(app)/cohorts/_components/item-figures'
import type { ItemAnalysisView } from '@/lib/cohort/view/item-analysis-view'
import { ITEM_COLUMNS } from '@/lib/cohort/view/item-columns'
import { percent } from '@/lib/kernel/percent'

type Props = { cohortId: string; view: ItemAnalysisView; module: string | null }

/** The statistics of the questions of a cohort. */
export function ItemTable({ cohortId, view, module }: Props) {
  const path = `/cohorts/${cohortId}`
  const lowestFirst = { numeric: true, fallsFirst: false }
  const columns = withLooks(ITEM_COLUMNS, {
    question: {
      cell: ({ id, prompt, findings }) => (
        <>
          <Link className="link" href={`${path}/questions/${id}`}>
            {prompt}
          </Link>
          {findings.length === 0 ? null : (
            <span className="mt-1 flex flex-wrap gap-1.5">
              {findings.map((finding) => (
                <Tag key={finding} tone="again">
                  {FINDINGS[finding]}
                </Tag>
              ))}
            </span>
          )}
        </>
      ),
    },
    seen: { numeric: true },
    'first-try': {
      ...lowestFirst,
      cell: ({ firstTry }) => (firstTry === null ? TOO_FEW : percent(firstTry)),
    },
    tests: { numeric: true },
    surprise: { ...lowestFirst, cell: surpriseText },
    discrimination: { ...lowestFirst, cell: discriminationText },
    time: { numeric: true, cell: secondsText },
    difficult: { numeric: true },
    flags: { numeric: true },
  })
  return (
    <DataTable
      caption="Questions and their statistics"
      what="question"
      name="questions"
      shown={view}
      columns={columns}
      keyOf={({ id }) => id}
      place={{ path: `${path}/questions`, keep: { module } }}
      csv={`${path}/export/questions.csv${query({ show: module })}`}
      rowHead={{ plain: true, className: 'w-80 max-w-[45vw] min-w-40' }}
      className="min-w-[58rem]"
    />
  )
}
