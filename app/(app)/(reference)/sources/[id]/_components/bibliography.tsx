import type { ReactNode } from 'react'
import { authorOf, dateKnownOf, dateOf } from '@/app/(app)/(reference)/_components/document-words'
import type { Source } from '@/lib/course/types'
import { count } from '@/lib/kernel/count'

export function Bibliography({ source }: { source: Source }) {
  return (
    <dl className="space-y-4">
      <Row name="Author">{authorOf(source)}</Row>
      <Row name="Published">{source.publisher}</Row>
      <Row name="Date">
        {dateOf(source)}, {dateKnownOf(source)}
        <span className="mt-1 block text-sm text-ink-2">{source.dateNote}</span>
      </Row>
      <Row name="Reliability">{source.reliability}</Row>
      <Row name="Length">{count(source.paragraphs, 'paragraph')}</Row>
    </dl>
  )
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-6 sm:grid-cols-[7rem_minmax(0,1fr)]">
      <dt className="text-sm text-ink-2 sm:pt-0.5">{name}</dt>
      <dd className="max-w-measure font-serif wrap-break-word">{children}</dd>
    </div>
  )
}
