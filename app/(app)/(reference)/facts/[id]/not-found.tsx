import type { Metadata } from 'next'
import { LinkButton } from '@/app/_components/link-button'
import { PageHeader } from '@/app/_components/page-header'

export const metadata: Metadata = { title: 'No such fact' }

export default function FactNotFound() {
  return (
    <>
      <PageHeader
        label="Fact"
        title="The course has no such fact"
        lead="The address may be mistyped, or the fact belonged to an earlier version of the course. Your answers are kept."
      />
      <div className="flex flex-wrap gap-3">
        <LinkButton href="/search">Search the course</LinkButton>
        <LinkButton href="/today" kind="secondary">
          Go to Today
        </LinkButton>
      </div>
    </>
  )
}
