import type { Metadata } from 'next'
import { cache } from 'react'
import { Link } from '@/app/_components/link'
import { PageHeader } from '@/app/_components/page-header'
import { Panel } from '@/app/_components/panel'
import { Tag } from '@/app/_components/tag'
import { formatDate, formatDateTime, formatLastSeen } from '@/app/_format/format-date'
import { orNotFound } from '@/app/_http/or-not-found'
import { roleLabel } from '@/app/_shell/role-label'
import type { Params } from '@/app/_table/table-address'
import { requireAdmin, requireViewer } from '@/lib/auth/scopes'
import { asUserId } from '@/lib/kernel/ids'
import { loadEnrolment } from '@/lib/server/people/enrol-person'
import { loadAccount } from '@/lib/server/people/load-account'
import { loadSignedIn } from '@/lib/server/people/load-signed-in'
import { signInWaysOf } from '@/lib/server/people/sign-in-ways'
import { SessionList } from '../../../_sessions/session-list'
import { AccessSection } from './_components/access-section'
import { AccountHistory } from './_components/account-history'
import { ChangeForm } from './_components/change-form'
import { DeleteSection } from './_components/delete-section'
import { EnrolForm } from './_components/enrol-form'
import { LinkForm } from './_components/link-form'
import { ProviderSection } from './_components/provider-section'
import { RemoveFactorForm } from './_components/remove-factor-form'
import { endOne } from './actions'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Params> }

/** Cached for the request, because both the title and the page need it. */
const load = cache(async (id: string) => {
  const scope = await requireAdmin('/admin/people/[id]')
  const { sessionId } = await requireViewer()
  const now = Date.now()
  const userId = asUserId(id)
  const view = await orNotFound(() => loadAccount(scope, { userId, now }))
  const [signedIn, ways, enrolment] = await Promise.all([
    loadSignedIn(scope, { userId, now }),
    signInWaysOf(scope, userId),
    loadEnrolment(scope, { userId }),
  ])
  return { enrolment, ways, clock: scope.user.clock, now, view, sessionId, ...signedIn }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await load((await params).id)).view.name }
}

export default async function AccountPage({ params, searchParams }: Props) {
  const { clock, now, view, sessionId, sessions, hasSecondFactor, ways, enrolment } = await load(
    (await params).id,
  )
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
          <Panel title="Cohorts">
            <p className="mb-4 text-sm text-ink-2">
              {enrolment.inside.length === 0
                ? 'In no cohort.'
                : `In ${enrolment.inside.map((cohort) => `“${cohort.name}”`).join(', ')}.`}
            </p>
            {disabled || enrolment.choices.length === 0 ? null : (
              <EnrolForm userId={account.userId} cohorts={enrolment.choices} />
            )}
          </Panel>
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
          <Panel title="Signing in">
            <SessionList
              sessions={sessions}
              here={sessionId}
              person={account.userId}
              end={endOne}
              now={now}
              clock={clock}
              path={`/admin/people/${account.userId}`}
              params={await searchParams}
            />
            {hasSecondFactor ? <RemoveFactorForm userId={account.userId} /> : null}
            <ProviderSection userId={account.userId} ways={ways} now={now} clock={clock} />
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
