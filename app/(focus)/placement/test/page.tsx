import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireLearner } from '@/lib/auth/scopes'
import { AppError } from '@/lib/kernel/app-error'
import type { LearnerScope } from '@/lib/server/scope'
import { startPlacement } from '@/lib/server/study/load-placement'
import { NeedsScriptPage } from '../../_components/needs-script-page'
import { PlacementScreen } from './_components/placement-screen'

export const metadata: Metadata = { title: 'Placement' }

type Props = { searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> }

export default async function PlacementTestPage({ searchParams }: Props) {
  const scope = await requireLearner('/placement/test')
  const { module } = await searchParams
  const payload = await load(scope, [module ?? []].flat())
  return (
    <NeedsScriptPage what="The placement">
      <PlacementScreen payload={payload} />
    </NeedsScriptPage>
  )
}

async function load(scope: LearnerScope, modules: readonly string[]) {
  try {
    return await startPlacement(scope, { modules, now: Date.now() })
  } catch (error) {
    if (error instanceof AppError && error.code === 'invalid_input') notFound()
    throw error
  }
}
