import type { Metadata } from 'next'
import { cache } from 'react'
import { Link } from '@/app/_components/link'
import { PageHeader } from '@/app/_components/page-header'
import { Panel } from '@/app/_components/panel'
import { Tag } from '@/app/_components/tag'
import { formatDate, formatDateTime, formatLastSeen } from '@/app/_format/format-date'
import { orNotFound } from '@/app/_http/or-not-found'
import { roleLabel } from '@/app/_shell/role-label'
import { requireAdmin } from '@/lib/auth/scopes'
import { asUserId } from '@/lib/kernel/ids'
import { loadAccount } from '@/lib/server/people/load-account'
import { AccessSection } from './_components/access-section'
import { AccountHistory } from './_components/account-history'
import { ChangeForm } from './_components/change-form'
import { DeleteSection } from './_components/delete-section'
import { LinkForm } from './_components/link-form'

type Props = { params: Promise<{ id: string }> }

/** Cached for the request, because both the title and the page need it. */
const load = cache(async (id: string) => {
  const scope = await requireAdmin()
  const now = Date.now()
  const view = await orNotFound(() => loadAccount(scope, { userId: asUserId(id), now }))
  return { clock: scope.user.clock, now, view }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await load((await params).id)).view.name }
}

export default async function AccountPage({ params }: Props) {
  const { clock, now, view } = await load((await params).id)
  const { events, ...account } = view
  const { name, email, role, disabled, linkUntil } = account
  return (
    <>
      <PageHeader
        label={
          <Link href="/admin" className="link">
            Administration
          </Link>
        }
        title={name}
        lead={
          <>
            {roleLabel[role]}, {email}. Account since {formatDate(account.createdAt, clock.zone)},
            last seen {formatLastSeen(account.lastSeenAt, now, clock)}.{' '}
            {disabled ? <Tag tone="again">Disabled</Tag> : null}
          </>
        }
      />
      <div className="grid gap-x-16 gap-y-14 lg:grid-cols-2">
        <Panel title="Name, address and role">
          <ChangeForm account={account} />
        </Panel>
        <div className="flex flex-col gap-14">
          <Panel title="Password">
            <LinkForm
              userId={account.userId}
              disabled={disabled}
              openUntil={linkUntil === null ? null : formatDateTime(linkUntil, clock.zone)}
            />
          </Panel>
          <Panel title={disabled ? 'Enable' : 'Disable'}>
            <AccessSection account={account} />
          </Panel>
          <Panel title="Delete">
            <DeleteSection account={account} />
          </Panel>
        </div>
        <Panel title="What happened" className="lg:col-span-2">
          <AccountHistory events={events} zone={clock.zone} />
        </Panel>
      </div>
    </>
  )
}
