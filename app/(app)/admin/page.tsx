import type { Metadata } from 'next'
import { Link } from '@/app/_components/link'
import { PageHeader } from '@/app/_components/page-header'
import { Panel } from '@/app/_components/panel'
import { askedOf } from '@/app/_table/asked-of'
import type { Params } from '@/app/_table/table-address'
import { requireAdmin } from '@/lib/auth/scopes'
import { count } from '@/lib/kernel/count'
import { accountOrder } from '@/lib/server/people/account-order'
import { loadAdmin } from '@/lib/server/people/load-admin'
import { loadSecondFactorRule } from '@/lib/server/people/second-factor-rule'
import { BeginCohort } from '../_components/begin-cohort'
import { inviteToSteppe, revokeAny } from '../_invitations/actions'
import { InvitationForm } from '../_invitations/invitation-form'
import { INVITATIONS, InvitationList } from '../_invitations/invitation-list'
import { ACCOUNT_COLUMNS } from './_components/account-columns'
import { CourseVersion } from './_components/course-version'
import { PeopleTable } from './_components/people-table'
import { SecondFactorRule } from './_components/second-factor-rule'

export const metadata: Metadata = { title: 'Admin' }

type Props = { searchParams: Promise<Params> }

export default async function AdminPage({ searchParams }: Props) {
  const scope = await requireAdmin('/admin')
  const { clock } = scope.user
  const now = Date.now()
  const params = await searchParams
  const asked = await askedOf(params, {
    ...{ table: 'accounts', columns: ACCOUNT_COLUMNS, usual: 'name' },
  })
  const invited = await askedOf(params, INVITATIONS)
  const [view, secondFactorRoles] = await Promise.all([
    loadAdmin(scope, {
      now,
      search: asked.words,
      page: asked.page ?? 1,
      order: accountOrder(asked.order),
    }),
    loadSecondFactorRule(scope),
  ])
  const { invitations, course, accounts } = view
  return (
    <>
      <PageHeader title="Administration" lead="Accounts, invitations and the published course." />
      {accounts === 1 ? <FirstSteps /> : null}
      <div className="flex flex-col gap-16">
        <Panel title="People" aside={count(accounts, 'account')}>
          <PeopleTable view={view} order={asked.order} now={now} clock={clock} />
        </Panel>
        <div className="grid gap-x-16 gap-y-12 lg:grid-cols-2">
          <Panel title="Invite">
            <p className="mb-5 text-sm text-ink-2">
              Invite analysts from the page of their cohort. Those links also add them to the
              cohort.
            </p>
            <InvitationForm
              action={inviteToSteppe}
              roles={['instructor', 'admin', 'learner']}
              usualUses={1}
            />
          </Panel>
          <Panel title="Open invitations">
            <InvitationList
              invitations={invitations}
              path="/admin"
              query={invited}
              revoke={revokeAny}
              now={now}
              clock={clock}
              showCohort
            />
          </Panel>
        </div>
        <Panel title="Second factor">
          <SecondFactorRule roles={secondFactorRoles} />
        </Panel>
        <Panel title="Course">
          <CourseVersion course={course} zone={clock.zone} />
        </Panel>
      </div>
    </>
  )
}

/** For the administrator who has just set Steppe up and is alone. */
const FirstSteps = () => (
  <Panel title="Next steps" className="mb-16">
    <div className="grid gap-x-16 gap-y-8 lg:grid-cols-2">
      <ol className="max-w-measure list-decimal space-y-2 pl-5 font-serif text-lg">
        <li>Create a cohort: the analysts who learn together, and their instructors.</li>
        <li>Send its analysts the link. Each of them begins with a lesson.</li>
        <li>
          Under Assignments in{' '}
          <Link href="/cohorts" className="link">
            Cohorts
          </Link>
          , say what they are to know and by when.
        </li>
      </ol>
      <BeginCohort />
    </div>
  </Panel>
)
