import type { Metadata } from 'next'
import { LinkButton } from '@/app/_components/link-button'
import { PageHeader } from '@/app/_components/page-header'

export const metadata: Metadata = { title: 'No such question' }

export default function QuestionNotFound() {
  return (
    <>
      <PageHeader
        label="Question"
        title="The course has no such question"
        lead="The address may be mistyped, or a newer version of the course no longer contains the question. Your answers are kept."
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
