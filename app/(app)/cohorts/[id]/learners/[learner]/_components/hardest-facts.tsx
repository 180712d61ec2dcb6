import { Link } from '@/app/_components/link'
import { RowTh, Table, Td, Th } from '@/app/_components/table'
import type { HardFact } from '@/lib/cohort/view/hardest-facts'
import { percent } from '@/lib/kernel/percent'

/** The facts that were forgotten most often. */
export function HardestFacts({ facts }: { facts: readonly HardFact[] }) {
  if (facts.length === 0) {
    return <p className="font-serif text-lg text-ink-2">No fact has been forgotten yet.</p>
  }
  return (
    <Table caption="Facts forgotten most often">
      <thead>
        <tr>
          <Th>Fact</Th>
          <Th numeric>Lapses</Th>
          <Th numeric>Recalled</Th>
          <Th numeric>Predicted recall today</Th>
        </tr>
      </thead>
      <tbody>
        {facts.map(({ id, statement, lapses, tested, recalled, recall }) => (
          <tr key={id}>
            <RowTh plain className="min-w-56">
              <Link className="link" href={`/facts/${id}`}>
                {statement}
              </Link>
            </RowTh>
            <Td numeric>{lapses}</Td>
            <Td numeric>
              {recalled} of {tested}
            </Td>
            <Td numeric>{percent(recall)}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
