import { Link } from '@/app/_components/link'
import { RowTh, Table, Td, Th } from '@/app/_components/table'
import { Tag } from '@/app/_components/tag'
import { formatLastSeen } from '@/app/_format/format-date'
import { roleLabel } from '@/app/_shell/role-label'
import type { DayClock } from '@/lib/kernel/study-day'
import type { AdminView } from '@/lib/server/people/load-admin'

type Props = { people: AdminView['people']; now: number; clock: DayClock }

export function PeopleTable({ people, now, clock }: Props) {
  return (
    <Table caption="People with an account">
      <thead>
        <tr>
          <Th>Name</Th>
          <Th>Role</Th>
          <Th>Last seen</Th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.userId}>
            <RowTh named>
              <Link href={`/admin/people/${person.userId}`} className="link">
                {person.name}
              </Link>{' '}
              {person.disabled ? <Tag tone="again">Disabled</Tag> : null}
              <span className="block text-label font-normal text-ink-2">{person.email}</span>
            </RowTh>
            <Td>{roleLabel[person.role]}</Td>
            <Td className="whitespace-nowrap">{formatLastSeen(person.lastSeenAt, now, clock)}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
