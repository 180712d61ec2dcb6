import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { orNotFound } from '@/app/_http/or-not-found'
import { requireLearner } from '@/lib/auth/scopes'
import { asExamId } from '@/lib/kernel/ids'
import { loadPaper } from '@/lib/server/exam/load-paper'
import { NeedsScriptPage } from '../../../_components/needs-script-page'
import { ExamScreen } from './_components/exam-screen'

export const metadata: Metadata = { title: 'Exam' }

type Props = { params: Promise<{ id: string }> }

export default async function PaperPage({ params }: Props) {
  const { id } = await params
  const scope = await requireLearner('/exams/[id]/paper')
  const paper = await orNotFound(() => loadPaper(scope, { examId: asExamId(id), now: Date.now() }))
  if (paper === null) redirect(`/exams/${id}`)
  return (
    <NeedsScriptPage what="The exam">
      <ExamScreen paper={paper} zone={scope.user.clock.zone} />
    </NeedsScriptPage>
  )
}
