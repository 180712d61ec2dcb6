import type { Metadata } from 'next'
import { PageHeader } from '@/app/_components/page-header'
import { Panel } from '@/app/_components/panel'
import { count } from '@/app/_format/count'
import { requireAdmin } from '@/lib/auth/scopes'
import { loadAdmin } from '@/lib/server/people/load-admin'
import { inviteToSteppe, revokeAny } from '../_invitations/actions'
import { InvitationForm } from '../_invitations/invitation-form'
import { InvitationList } from '../_invitations/invitation-list'
import { CourseVersion } from './_components/course-version'
import { PeopleTable } from './_components/people-table'

export const metadata: Metadata = { title: 'Admin' }

export default async function AdminPage() {
  const scope = await requireAdmin()
  const { clock } = scope.user
  const now = Date.now()
  const { people, invitations, course } = await loadAdmin(scope, { now })
  return (
    <>
      <PageHeader title="Administration" lead="Accounts, invitations and the published course." />
      <div className="flex flex-col gap-16">
        <Panel title="People" aside={count(people.length, 'account')}>
          <PeopleTable people={people} now={now} clock={clock} />
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
              revoke={revokeAny}
              now={now}
              clock={clock}
              showCohort
            />
          </Panel>
        </div>
        <Panel title="Course">
          <CourseVersion course={course} zone={clock.zone} />
        </Panel>
      </div>
    </>
  )
}
