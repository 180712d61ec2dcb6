import { Link } from '@/app/_components/link'
import type { ShownColumn } from '@/app/_table/data-table'
import type { HardFact } from '@/lib/cohort/view/hardest-facts'
import { percent } from '@/lib/kernel/percent'

/** The facts that were forgotten most often, which come first. */
export const FACT_COLUMNS: readonly ShownColumn<HardFact>[] = [
  {
    id: 'fact',
    head: 'Fact',
    value: ({ statement }) => statement,
    cell: ({ id, statement }) => (
      <Link className="link" href={`/facts/${id}`}>
        {statement}
      </Link>
    ),
  },
  {
    id: 'lapses',
    head: 'Lapses',
    term: 'lapse',
    value: ({ lapses }) => lapses,
    numeric: true,
  },
  {
    id: 'recalled',
    head: 'Recalled',
    value: ({ recalled, tested }) => (tested === 0 ? null : recalled / tested),
    numeric: true,
    fallsFirst: false,
    cell: ({ recalled, tested }) => `${recalled} of ${tested}`,
  },
  {
    id: 'recall',
    head: 'Predicted recall today',
    term: 'predicted-recall',
    value: ({ recall }) => recall,
    numeric: true,
    fallsFirst: false,
    cell: ({ recall }) => percent(recall),
  },
]
