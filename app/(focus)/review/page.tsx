import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireLearner } from '@/lib/auth/scopes'
import { AppError } from '@/lib/kernel/app-error'
import type { LearnerScope } from '@/lib/server/scope'
import { startCram } from '@/lib/server/study/start-cram'
import { startReview } from '@/lib/server/study/start-review'
import { NeedsScriptPage } from '../_components/needs-script-page'
import { type Query, readQuery } from './_components/read-query'
import { ReviewScreen } from './_components/review-screen'

export const metadata: Metadata = { title: 'Review' }

type Props = { searchParams: Promise<Query> }

export default async function ReviewPage({ searchParams }: Props) {
  const learner = await requireLearner('/review')
  const asked = readQuery(await searchParams)
  if (asked === null) notFound()
  const payload = await load(learner, asked)
  const userId = learner.user.id
  const scope = asked.scopes[0] ?? null
  return (
    <NeedsScriptPage what="Reviewing">
      <ReviewScreen userId={userId} scope={scope} payload={payload} mode={asked.mode} />
    </NeedsScriptPage>
  )
}

async function load(
  learner: LearnerScope,
  { mode, scopes, take }: NonNullable<ReturnType<typeof readQuery>>,
) {
  const now = Date.now()
  try {
    return mode === 'cram'
      ? await startCram(learner, { parts: scopes, take, now })
      : await startReview(learner, { part: scopes[0] ?? null, now })
  } catch (error) {
    if (error instanceof AppError && error.code === 'invalid_input') notFound()
    throw error
  }
}
