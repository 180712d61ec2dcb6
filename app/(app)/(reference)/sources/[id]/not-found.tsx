import type { Metadata } from 'next'
import { LinkButton } from '@/app/_components/link-button'
import { PageHeader } from '@/app/_components/page-header'

export const metadata: Metadata = { title: 'No such document' }

export default function SourceNotFound() {
  return (
    <>
      <PageHeader
        label="Source"
        title="The course has no such document"
        lead="The address may be mistyped, or the document belonged to an earlier version of the course. All documents in use are listed under Sources. Nothing you did is lost."
      />
      <div className="flex flex-wrap gap-3">
        <LinkButton href="/sources">See all sources</LinkButton>
        <LinkButton href="/today" kind="secondary">
          Go to Today
        </LinkButton>
      </div>
    </>
  )
}
