import type { Metadata } from 'next'
import { cache } from 'react'
import { EmptyState } from '@/app/_components/empty-state'
import { PageHeader } from '@/app/_components/page-header'
import { Panel } from '@/app/_components/panel'
import { Tag } from '@/app/_components/tag'
import { count } from '@/app/_format/count'
import { Pages } from '@/app/(app)/_components/pages'
import { first, pageOf, query } from '@/app/(app)/_components/query'
import { requireCohort } from '@/lib/auth/scopes'
import type { CohortView } from '@/lib/cohort/view/cohort-view'
import { loadCohort } from '@/lib/server/cohort/load-cohort'
import { inviteToCohort, revokeOfCohort } from '../../../_invitations/actions'
import { InvitationForm } from '../../../_invitations/invitation-form'
import { InvitationList } from '../../../_invitations/invitation-list'
import { ExportLink } from '../../_components/export-link'
import { LogExports } from '../../_components/log-exports'
import { ArchiveForm, RemoveForm, RenameForm } from '../_components/cohort-forms'
import { LearnerTable } from './_components/learner-table'
import { fewestAnswers } from './_components/retention'
import { RosterForm } from './_components/roster-form'

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Cached for the request, because both the title and the page need it. */
const load = cache(async (id: string, page: number) => {
  const scope = await requireCohort(id)
  const now = Date.now()
  return { viewer: scope.viewer, now, cohort: await loadCohort(scope, { now, page }) }
})

const asked = async ({ params, searchParams }: Props) =>
  load((await params).id, pageOf(first((await searchParams).page)))

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: `People · ${(await asked(props)).cohort.name}` }
}

function leadOf({ learners, instructors }: CohortView): string {
  const names = new Intl.ListFormat('en-GB').format(instructors.map(({ name }) => name))
  const people = learners === 0 ? 'No analysts yet' : count(learners, 'analyst')
  return names ? `${people}, instructed by ${names}.` : `${people}.`
}

export default async function PeoplePage(props: Props) {
  const { viewer, now, cohort } = await asked(props)
  return (
    <>
      <PageHeader label={cohort.name} title="People" lead={leadOf(cohort)} />
      {cohort.rows.length === 0 ? (
        <EmptyState>
          Nobody has joined yet. Create an invitation link below and send it to your analysts.
        </EmptyState>
      ) : (
        <>
          <LearnerTable
            cohortId={cohort.id}
            learners={cohort.rows}
            lessonsTotal={cohort.lessonsTotal}
            now={now}
            clock={viewer.clock}
          />
          <Pages
            what="analysts"
            page={cohort.page}
            pages={cohort.pages}
            hrefOf={(to) => `/cohorts/${cohort.id}/people${query({ page: to })}`}
          />
          <p className="mt-4 max-w-measure text-label text-ink-2">
            True retention is the share of questions recalled at the first answer of the day, among
            those that came up for review in the last 30 days. It is shown from {fewestAnswers}{' '}
            answers on.
          </p>
          <ExportLink cohortId={cohort.id} table="people" what="the analysts" />
        </>
      )}
      {cohort.archived ? null : (
        <Panel title="Invite several people" className="mt-16">
          <div className="max-w-3xl">
            <RosterForm cohortId={cohort.id} />
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
        <Panel title="Name and archive">
          {cohort.archived ? null : <RenameForm cohortId={cohort.id} name={cohort.name} />}
          <ArchiveForm cohortId={cohort.id} archived={cohort.archived} />
        </Panel>
        <Panel title="Export">
          <LogExports cohortId={cohort.id} />
        </Panel>
      </div>
    </>
  )
}
