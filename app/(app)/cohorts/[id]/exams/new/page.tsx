import type { Metadata } from 'next'
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
  const scope = await requireCohort((await params).id)
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
