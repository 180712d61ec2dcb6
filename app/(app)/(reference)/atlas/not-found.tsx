import type { Metadata } from 'next'
import { PageHeader } from '@/app/_components/page-header'
import { requireLearner } from '@/lib/auth/viewer'
import { loadAtlasChoices } from '@/lib/server/load-atlas'
import { WrongAddress } from './_components/wrong-address'

export const metadata: Metadata = { title: 'Not in the atlas' }

export default async function AtlasNotFound() {
  const { userId } = await requireLearner()
  return (
    <>
      <PageHeader label="Atlas" title="The atlas cannot show that" />
      <WrongAddress choices={await loadAtlasChoices({ userId })} />
    </>
  )
}
