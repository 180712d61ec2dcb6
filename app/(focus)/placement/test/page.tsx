import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireLearner } from '@/lib/auth/viewer'
import { AppError } from '@/lib/kernel/app-error'
import { startPlacement } from '@/lib/server/study/load-placement'
import { PlacementScreen } from './_components/placement-screen'

export const metadata: Metadata = { title: 'Placement' }

type Props = { searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> }

export default async function PlacementTestPage({ searchParams }: Props) {
  const { userId } = await requireLearner()
  const { module } = await searchParams
  const payload = await load(userId, [module ?? []].flat())
  return <PlacementScreen payload={payload} />
}

async function load(userId: Parameters<typeof startPlacement>[0]['userId'], modules: string[]) {
  try {
    return await startPlacement({ userId, modules, now: Date.now() })
  } catch (error) {
    if (error instanceof AppError && error.code === 'invalid_input') notFound()
    throw error
  }
}
