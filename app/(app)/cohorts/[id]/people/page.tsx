import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { z } from 'zod'
import { EmptyState } from '@/app/_components/empty-state'
import { PageHeader } from '@/app/_components/page-header'
import { Panel } from '@/app/_components/panel'
import { count } from '@/app/_format/count'
import { orNotFound } from '@/app/_http/or-not-found'
import { requireInstructor } from '@/lib/auth/viewer'
import { asCohortId } from '@/lib/kernel/ids'
import { type CohortView, loadCohort } from '@/lib/server/cohort/load-cohort'
import { invite } from '../../../_invitations/actions'
import { InvitationForm } from '../../../_invitations/invitation-form'
import { InvitationList } from '../../../_invitations/invitation-list'
import { ExportLink } from '../../_components/export-link'
import { LogExports } from '../../_components/log-exports'
import { ArchiveForm, RemoveForm, RenameForm } from '../_components/cohort-forms'
import { Pages } from '../_components/pages'
import { first, pageOf, query } from '../_components/query'
import { AnalystTable } from './_components/analyst-table'
import { fewestAnswers } from './_components/retention'
import { RosterForm } from './_components/roster-form'

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Once a request: the title and the page both ask. */
const load = cache(async (id: string, page: number) => {
  const viewer = await requireInstructor()
  const now = Date.now()
  const cohortId = z.uuid().safeParse(id)
  if (!cohortId.success) notFound()
  const input = { actorId: viewer.userId, cohortId: asCohortId(cohortId.data), now, page }
  return { viewer, now, cohort: await orNotFound(() => loadCohort(input)) }
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
      {cohort.analysts.length === 0 ? (
        <EmptyState>
          Nobody has joined yet. Make an invitation link below and send it to your analysts.
        </EmptyState>
      ) : (
        <>
          <AnalystTable
            cohortId={cohort.id}
            analysts={cohort.analysts}
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
            True retention: of the questions that came up for review over the last 30 days, the
            share recalled at the first answer of the day, with the numbers it rests on. Below{' '}
            {fewestAnswers} answers no share is given.
          </p>
          <ExportLink cohortId={cohort.id} table="people" what="the analysts" />
        </>
      )}
      {cohort.archived ? null : (
        <Panel title="Invite many at once" className="mt-16">
          <div className="max-w-3xl">
            <RosterForm cohortId={cohort.id} />
          </div>
        </Panel>
      )}
      <div className="mt-16 grid gap-x-16 gap-y-12 lg:grid-cols-2">
        {cohort.archived ? null : (
          <Panel title="Invite by a link">
            <InvitationForm
              action={invite.bind(null, cohort.id)}
              roles={['learner', 'instructor']}
              usualUses={20}
            />
          </Panel>
        )}
        <Panel title="Open invitations">
          <InvitationList invitations={cohort.invitations} now={now} clock={viewer.clock} />
        </Panel>
        <Panel title="Instructors">
          <ul className="divide-y divide-rule border-y border-rule">
            {cohort.instructors.map(({ userId, name }) => (
              <li key={userId} className="flex items-center justify-between gap-4 py-2">
                {name}
                {cohort.instructors.length > 1 ? (
                  <RemoveForm
                    cohortId={cohort.id}
                    userId={userId}
                    label={userId === viewer.userId ? 'Leave' : 'Remove'}
                    what={userId === viewer.userId ? 'this cohort' : name}
                  />
                ) : null}
              </li>
            ))}
          </ul>
          <p className="mt-3 text-label text-ink-2">
            A link that lets somebody join as instructor adds another.
          </p>
        </Panel>
        <Panel title="The cohort">
          {cohort.archived ? null : <RenameForm cohortId={cohort.id} name={cohort.name} />}
          <ArchiveForm cohortId={cohort.id} archived={cohort.archived} />
        </Panel>
        <Panel title="Take away">
          <LogExports cohortId={cohort.id} />
        </Panel>
      </div>
    </>
  )
}
