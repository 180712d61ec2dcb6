import type { Metadata } from 'next'
import { Suspense } from 'react'
import { PageHeader } from '@/app/_components/page-header'
import { requireLearner } from '@/lib/auth/scopes'
import { loadSteps } from '@/lib/server/settings/load-steps'
import { StudyForm } from './_components/study-form'
import { WorkloadPanel } from './_components/workload-panel'

export const metadata: Metadata = { title: 'Study settings' }

export default async function StudySettingsPage() {
  const scope = await requireLearner('/settings/study')
  return (
    <>
      <PageHeader
        title="Study settings"
        lead="How much you study each day, how well you want to remember it, and what happens to difficult questions."
      />
      <StudyForm
        now={scope.user.settings}
        steps={await loadSteps(scope)}
        workload={
          <Suspense
            fallback={<p className="text-sm text-ink-2">Simulating the coming half-year …</p>}
          >
            <WorkloadPanel learner={scope} />
          </Suspense>
        }
      />
    </>
  )
}
