import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireLearner } from '@/lib/auth/viewer'
import { AppError } from '@/lib/kernel/app-error'
import { startReview } from '@/lib/server/start-review'
import { ReviewScreen } from './_components/review-screen'

export const metadata: Metadata = { title: 'Review' }

type Props = { searchParams: Promise<{ scope?: string | string[] }> }

export default async function ReviewPage({ searchParams }: Props) {
  const viewer = await requireLearner()
  const asked = (await searchParams).scope
  const scope = typeof asked === 'string' && asked !== '' ? asked : null
  const payload = await load(scope, viewer.userId)
  return <ReviewScreen userId={viewer.userId} scope={scope} payload={payload} />
}

async function load(scope: string | null, userId: Parameters<typeof startReview>[0]['userId']) {
  try {
    return await startReview({ userId, scope, now: Date.now() })
  } catch (error) {
    if (error instanceof AppError && error.code === 'invalid_input') notFound()
    throw error
  }
}
