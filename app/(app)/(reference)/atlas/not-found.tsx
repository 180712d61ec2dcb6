import type { Metadata } from 'next'
import { EmptyState } from '@/app/_components/empty-state'
import { PageHeader } from '@/app/_components/page-header'
import { requireLearner } from '@/lib/auth/scopes'
import { loadAtlasChoices } from '@/lib/server/reference/load-atlas'
import { WrongAddress } from './_components/wrong-address'

export const metadata: Metadata = { title: 'Not in the atlas' }

export default async function AtlasNotFound() {
  const choices = await loadAtlasChoices(await requireLearner('/atlas'))
  return (
    <>
      <PageHeader label="Atlas" title="The atlas cannot show this" />
      {choices === null ? (
        <EmptyState>This course reports no memberships, so there is no map.</EmptyState>
      ) : (
        <WrongAddress choices={choices} />
      )}
    </>
  )
}
