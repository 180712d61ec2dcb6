import type { Metadata } from 'next'
import { PageHeader } from '@/app/_components/page-header'
import { requireLearner } from '@/lib/auth/viewer'
import { keyMapOf } from '@/lib/review/keys'
import { loadSettings } from '@/lib/server/settings/load-settings'
import { KeysForm } from './_components/keys-form'

export const metadata: Metadata = { title: 'Keys' }

export default async function KeysPage() {
  const viewer = await requireLearner()
  const { study } = await loadSettings({ userId: viewer.userId })
  return (
    <>
      <PageHeader
        title="Keys of the review"
        lead="Each single key can be another or none. Voice control and unsteady hands press keys by mistake: switch off what gets in your way."
      />
      <KeysForm now={keyMapOf(study.keys)} />
    </>
  )
}
