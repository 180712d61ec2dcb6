import type { Metadata } from 'next'
import { PageHeader } from '@/app/_components/page-header'
import { requireLearner } from '@/lib/auth/scopes'
import { loadTimelineChoices } from '@/lib/server/reference/load-timeline'
import { WrongAddress } from './_components/wrong-address'

export const metadata: Metadata = { title: 'Not on the timeline' }

export default async function TimelineNotFound() {
  const choices = await loadTimelineChoices(await requireLearner('/timeline'))
  return (
    <>
      <PageHeader label="Timeline" title="The timeline cannot show this" />
      <WrongAddress choices={choices} />
    </>
  )
}
