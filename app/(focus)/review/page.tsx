import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireLearner } from '@/lib/auth/viewer'
import { AppError } from '@/lib/kernel/app-error'
import { startCram } from '@/lib/server/study/start-cram'
import { startReview } from '@/lib/server/study/start-review'
import { type Query, readQuery } from './_components/read-query'
import { ReviewScreen } from './_components/review-screen'

export const metadata: Metadata = { title: 'Review' }

type Props = { searchParams: Promise<Query> }
type Viewer = Awaited<ReturnType<typeof requireLearner>>

export default async function ReviewPage({ searchParams }: Props) {
  const viewer = await requireLearner()
  const asked = readQuery(await searchParams)
  if (asked === null) notFound()
  const payload = await load(asked, viewer.userId)
  const scope = asked.scopes[0] ?? null
  return <ReviewScreen userId={viewer.userId} scope={scope} payload={payload} mode={asked.mode} />
}

async function load(
  { mode, scopes, take }: NonNullable<ReturnType<typeof readQuery>>,
  userId: Viewer['userId'],
) {
  const now = Date.now()
  try {
    return mode === 'cram'
      ? await startCram({ userId, scopes, take, now })
      : await startReview({ userId, scope: scopes[0] ?? null, now })
  } catch (error) {
    if (error instanceof AppError && error.code === 'invalid_input') notFound()
    throw error
  }
}
