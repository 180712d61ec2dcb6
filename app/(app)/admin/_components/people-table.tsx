import { Link } from '@/app/_components/link'
import { Tag } from '@/app/_components/tag'
import { formatLastSeen } from '@/app/_format/format-date'
import { roleLabel } from '@/app/_shell/role-label'
import { DataTable } from '@/app/_table/data-table'
import { withLooks } from '@/app/_table/with-looks'
import type { DayClock } from '@/lib/kernel/study-day'
import type { AdminView } from '@/lib/server/people/load-admin'
import type { Order } from '@/lib/table/column'
import { ACCOUNT_COLUMNS } from './account-columns'

type Props = { view: AdminView; order: Order | null; now: number; clock: DayClock }

export function PeopleTable({ view, order, now, clock }: Props) {
  const { people, words, accounts, found, page, pages } = view
  const columns = withLooks(ACCOUNT_COLUMNS, {
    name: {
      cell: ({ userId, name, disabled }) => (
        <>
          <Link href={`/admin/people/${userId}`} className="link">
            {name}
          </Link>{' '}
          {disabled ? <Tag tone="again">Disabled</Tag> : null}
        </>
      ),
    },
    email: { className: 'min-w-40 wrap-anywhere' },
    role: { cell: ({ role }) => roleLabel[role] },
    seen: {
      fallsFirst: true,
      className: 'whitespace-nowrap',
      cell: ({ lastSeenAt }) => formatLastSeen(lastSeenAt, now, clock),
    },
  })
  return (
    <DataTable
      caption="People with an account"
      what="account"
      name="accounts"
      shown={{ rows: people, order, words, all: accounts, found, page, pages }}
      columns={columns}
      keyOf={({ userId }) => userId}
      place={{ path: '/admin' }}
      csv="/admin/people.csv"
      rowHead={{ named: true }}
    />
  )
}
