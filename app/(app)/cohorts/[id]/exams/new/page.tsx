import type { Metadata } from 'next'
import { PageHeader } from '@/app/_components/page-header'
import { requireCohort } from '@/lib/auth/scopes'
import { examTopics } from '@/lib/server/exam/exam-topics'
import { ExamForm } from './_components/exam-form'
import { makeExam } from './actions'

type Props = { params: Promise<{ id: string }> }

export const metadata: Metadata = { title: 'New exam' }

export default async function NewExamPage({ params }: Props) {
  const scope = await requireCohort((await params).id)
  const topics = await examTopics(scope)
  return (
    <>
      <PageHeader
        label={scope.cohort.name}
        title="New exam"
        lead="Each attempt gets its own selection of questions from this blueprint. The rules cannot be changed later, so that everybody is judged by the same ones."
      />
      <ExamForm action={makeExam.bind(null, scope.cohort.id)} topics={topics} />
    </>
  )
}
