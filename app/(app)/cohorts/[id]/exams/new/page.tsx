import type { Metadata } from 'next'
import { PageHeader } from '@/app/_components/page-header'
import { examTopics } from '@/lib/server/exam/exam-topics'
import { openCohort } from '../../cohort-page'
import { ExamForm } from './_components/exam-form'
import { makeExam } from './actions'

type Props = { params: Promise<{ id: string }> }

export const metadata: Metadata = { title: 'New exam' }

export default async function NewExamPage({ params }: Props) {
  const { viewer, cohortId, name } = await openCohort((await params).id)
  const topics = await examTopics({ actorId: viewer.userId, cohortId })
  return (
    <>
      <PageHeader
        label={name}
        title="New exam"
        lead="Each attempt draws its own questions by this blueprint. Its rules cannot be changed once it is made, so that all are judged alike."
      />
      <ExamForm action={makeExam.bind(null, cohortId)} topics={topics} />
    </>
  )
}
