import { Link } from '@/app/_components/link'
import { RowTh, Table, Td, Th } from '@/app/_components/table'
import { Tag } from '@/app/_components/tag'
import {
  discriminationText,
  FINDINGS,
  secondsText,
  surpriseText,
  TOO_FEW,
} from '@/app/(app)/cohorts/_components/item-figures'
import type { ItemRow } from '@/lib/cohort/view/item-rows'
import { percent } from '@/lib/kernel/percent'

/** The statistics of the questions of a cohort. */
export function ItemTable({ cohortId, rows }: { cohortId: string; rows: readonly ItemRow[] }) {
  return (
    <Table caption="Questions and their statistics" className="min-w-[58rem]">
      <thead>
        <tr>
          <Th className="sticky left-0 bg-paper">Question</Th>
          <Th numeric>Seen by</Th>
          <Th numeric>First try</Th>
          <Th numeric>Tests</Th>
          <Th numeric>Compared with prediction</Th>
          <Th numeric>Discrimination</Th>
          <Th numeric>Median time</Th>
          <Th numeric>Difficult for</Th>
          <Th numeric>Flags</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <RowTh plain className="sticky left-0 w-80 max-w-[45vw] min-w-40 bg-paper">
              <Link className="link" href={`/cohorts/${cohortId}/questions/${row.id}`}>
                {row.prompt}
              </Link>
              {row.findings.length === 0 ? null : (
                <span className="mt-1 flex flex-wrap gap-1.5">
                  {row.findings.map((finding) => (
                    <Tag key={finding} tone="again">
                      {FINDINGS[finding]}
                    </Tag>
                  ))}
                </span>
              )}
            </RowTh>
            <Td numeric>{row.seen}</Td>
            <Td numeric>{row.firstTry === null ? TOO_FEW : percent(row.firstTry)}</Td>
            <Td numeric>{row.tested}</Td>
            <Td numeric>{surpriseText(row)}</Td>
            <Td numeric>{discriminationText(row)}</Td>
            <Td numeric>{secondsText(row)}</Td>
            <Td numeric>{row.leeches}</Td>
            <Td numeric>{row.flags}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
