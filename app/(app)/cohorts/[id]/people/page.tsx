import type { Metadata } from 'next'
import { EmptyState } from '@/app/_components/empty-state'
import { PageHeader } from '@/app/_components/page-header'
import { Panel } from '@/app/_components/panel'
import { Tag } from '@/app/_components/tag'
import { TermHelp } from '@/app/_help/term-help'
import { askedOf } from '@/app/_table/asked-of'
import { requireCohort } from '@/lib/auth/scopes'
import type { CohortView } from '@/lib/cohort/view/cohort-view'
import { PEOPLE_COLUMNS } from '@/lib/cohort/view/people-columns'
import { count } from '@/lib/kernel/count'
import { loadCohort } from '@/lib/server/cohort/load-cohort'
import { loadCourses } from '@/lib/server/load-courses'
import { mailSettings } from '@/lib/server/mail-settings'
import { inviteToCohort, revokeOfCohort } from '../../../_invitations/actions'
import { InvitationForm } from '../../../_invitations/invitation-form'
import { INVITATIONS, InvitationList } from '../../../_invitations/invitation-list'
import { LogExports } from '../../_components/log-exports'
import { ArchiveForm, CoursesForm, RemoveForm, RenameForm } from '../_components/cohort-forms'
import { LearnerTable } from './_components/learner-table'
import { fewestAnswers } from './_components/retention'
import { RosterForm } from './_components/roster-form'

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { cohort } = await requireCohort('/cohorts/[id]/people', (await params).id)
  return { title: `People · ${cohort.name}` }
}

function leadOf({ learners, instructors }: CohortView): string {
  const names = new Intl.ListFormat('en-GB').format(instructors.map(({ name }) => name))
  const people = learners === 0 ? 'No analysts yet' : count(learners, 'analyst')
  return names ? `${people}, instructed by ${names}.` : `${people}.`
}

export default async function PeoplePage({ params, searchParams }: Props) {
  const scope = await requireCohort('/cohorts/[id]/people', (await params).id)
  const { viewer } = scope
  const now = Date.now()
  const asked = await searchParams
  const query = await askedOf(asked, { table: 'people', columns: PEOPLE_COLUMNS, usual: 'name' })
  const invited = await askedOf(asked, INVITATIONS)
  const [cohort, courses] = await Promise.all([
    loadCohort(scope, { now, ...query }),
    // What it may learn is what the instructor sees.
    loadCourses({ newest: scope.newest, user: viewer }),
  ])
  return (
    <>
      <PageHeader label={cohort.name} title="People" lead={leadOf(cohort)} />
      {cohort.learners === 0 ? (
        <EmptyState>
          Nobody has joined yet. Create an invitation link below and send it to your analysts.
        </EmptyState>
      ) : (
        <>
          <LearnerTable cohort={cohort} now={now} clock={viewer.clock} />
          <p className="mt-4 max-w-measure text-label text-ink-2">
            True retention is the share of questions recalled at the first answer of the day, among
            those that came up for review in the last 30 days. It is shown from {fewestAnswers}{' '}
            answers on.
            <TermHelp of="true-retention" />
          </p>
        </>
      )}
      {cohort.archived ? null : (
        <Panel title="Invite several people" className="mt-16">
          <div className="max-w-3xl">
            <p className="mb-4 text-sm text-ink-2">
              Also for people who have an account already: they find the invitation on their page
              Today and accept or decline it.
            </p>
            <RosterForm cohortId={cohort.id} canMail={mailSettings().kind === 'smtp'} />
          </div>
        </Panel>
      )}
      <div className="mt-16 grid gap-x-16 gap-y-12 lg:grid-cols-2">
        {cohort.archived ? null : (
          <Panel title="Invite with a link">
            <InvitationForm
              action={inviteToCohort.bind(null, cohort.id)}
              roles={['learner', 'instructor']}
              usualUses={20}
            />
          </Panel>
        )}
        <Panel title="Open invitations">
          <InvitationList
            invitations={cohort.invitations}
            path={`/cohorts/${cohort.id}/people`}
            query={invited}
            revoke={revokeOfCohort.bind(null, cohort.id)}
            now={now}
            clock={viewer.clock}
          />
        </Panel>
        <Panel title="Instructors">
          <ul className="divide-y divide-rule border-y border-rule">
            {cohort.instructors.map(({ userId, name, disabled }) => (
              <li key={userId} className="flex items-center justify-between gap-4 py-2">
                <span>
                  {name} {disabled ? <Tag tone="again">Disabled</Tag> : null}
                </span>
                {cohort.instructors.length > 1 ? (
                  <RemoveForm
                    cohortId={cohort.id}
                    userId={userId}
                    label={userId === viewer.id ? 'Leave' : 'Remove'}
                    what={userId === viewer.id ? 'this cohort' : name}
                  />
                ) : null}
              </li>
            ))}
          </ul>
          <p className="mt-3 text-label text-ink-2">
            To add an instructor, create a link with the role Instructor.
          </p>
        </Panel>
        {cohort.archived || courses.length < 2 ? null : (
          <Panel title="Courses">
            <CoursesForm cohortId={cohort.id} courses={courses} chosen={scope.cohort.courses} />
          </Panel>
        )}
        <Panel title="Name and archive">
          {cohort.archived ? null : <RenameForm cohortId={cohort.id} name={cohort.name} />}
          <ArchiveForm
            cohortId={cohort.id}
            archived={cohort.archived}
            analysts={cohort.learners}
            invitations={cohort.invitations.length}
          />
        </Panel>
        <Panel title="Export">
          <LogExports cohortId={cohort.id} />
        </Panel>
      </div>
    </>
  )
}
