import type { Metadata } from 'next'
import { PageHeader } from '@/app/_components/page-header'
import { requireLearner } from '@/lib/auth/viewer'
import { loadTimelineChoices } from '@/lib/server/reference/load-timeline'
import { WrongAddress } from './_components/wrong-address'

export const metadata: Metadata = { title: 'Not on the timeline' }

export default async function TimelineNotFound() {
  const { userId } = await requireLearner()
  const choices = await loadTimelineChoices({ userId })
  return (
    <>
      <PageHeader label="Timeline" title="The timeline cannot show that" />
      <WrongAddress choices={choices} />
    </>
  )
}
