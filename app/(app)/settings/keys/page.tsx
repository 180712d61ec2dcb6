import type { Metadata } from 'next'
import { PageHeader } from '@/app/_components/page-header'
import { requireLearner } from '@/lib/auth/scopes'
import { keyMapOf } from '@/lib/review/keys'
import { KeysForm } from './_components/keys-form'

export const metadata: Metadata = { title: 'Keys' }

export default async function KeysPage() {
  const { user } = await requireLearner('/settings/keys')
  return (
    <>
      <PageHeader
        title="Review shortcuts"
        lead="Change or disable any shortcut. If voice control or unsteady hands press keys by mistake, disable the shortcuts that get in your way."
      />
      <KeysForm now={keyMapOf(user.settings.keys)} />
    </>
  )
}
