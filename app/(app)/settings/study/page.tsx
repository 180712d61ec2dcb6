import type { Metadata } from 'next'
import { Suspense } from 'react'
import { PageHeader } from '@/app/_components/page-header'
import { requireLearner } from '@/lib/auth/viewer'
import { loadSettings } from '@/lib/server/settings/load-settings'
import { StudyForm } from './_components/study-form'
import { WorkloadPanel } from './_components/workload-panel'

export const metadata: Metadata = { title: 'Study settings' }

export default async function StudySettingsPage() {
  const viewer = await requireLearner()
  const { study } = await loadSettings({ userId: viewer.userId })
  return (
    <>
      <PageHeader
        title="How you study"
        lead="What comes on a day, how well it should stay, and what happens to questions that will not."
      />
      <StudyForm
        now={study}
        workload={
          <Suspense
            fallback={<p className="text-sm text-ink-2">Simulating the coming half-year …</p>}
          >
            <WorkloadPanel userId={viewer.userId} />
          </Suspense>
        }
      />
    </>
  )
}
