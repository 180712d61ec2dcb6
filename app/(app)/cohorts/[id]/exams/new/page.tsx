import type { Metadata } from 'next'
import { EmptyState } from '@/app/_components/empty-state'
import { LinkButton } from '@/app/_components/link-button'
import { PageHeader } from '@/app/_components/page-header'
import { ZoneOffer } from '@/app/_shell/zone/zone-offer'
import { requireCohort } from '@/lib/auth/scopes'
import { zoneWords } from '@/lib/kernel/zone'
import { examTopics } from '@/lib/server/exam/exam-topics'
import { ExamForm } from './_components/exam-form'
import { makeExam } from './actions'

type Props = { params: Promise<{ id: string }> }

export const metadata: Metadata = { title: 'New exam' }

export default async function NewExamPage({ params }: Props) {
  const scope = await requireCohort('/cohorts/[id]/exams/new', (await params).id)
  if (scope.cohort.archived) return <Archived name={scope.cohort.name} id={scope.cohort.id} />
  const topics = await examTopics(scope)
  const { id, clock } = scope.viewer
  return (
    <>
      <PageHeader
        label={scope.cohort.name}
        title="New exam"
        lead="Each attempt gets its own selection of questions from this blueprint. The rules cannot be changed later, so that everybody is judged by the same ones."
      />
      <ZoneOffer userId={id} zone={clock.zone} className="mb-8" />
      <ExamForm
        action={makeExam.bind(null, scope.cohort.id)}
        topics={topics}
        zone={zoneWords(clock.zone, Date.now())}
      />
    </>
  )
}

function Archived({ name, id }: { name: string; id: string }) {
  return (
    <>
      <PageHeader label={name} title="New exam" />
      <EmptyState
        action={<LinkButton href={`/cohorts/${id}/people`}>Reopen the cohort</LinkButton>}
      >
        This cohort is archived, so no exam can be created in it.
      </EmptyState>
    </>
  )
}
