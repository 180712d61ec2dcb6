import { useId } from 'react'
import type { SourceView } from '@/lib/reference/view/source'
import { Paragraph } from './paragraph'

type Props = { section: SourceView['sections'][number]; copy: SourceView['copy'] }

export function SectionParagraphs({ section, copy }: Props) {
  const id = useId()
  const first = section.paragraphs[0]?.number
  const last = section.paragraphs.at(-1)?.number
  return (
    <section aria-labelledby={id} className="border-t border-ink pt-4">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-6">
        <h2 id={id} className="text-xl">
          {section.title}
        </h2>
        <p className="text-sm text-ink-2 tabular-nums">
          {first === last ? `¶${first}` : `¶${first}–${last}`}
        </p>
      </div>
      <ol>
        {section.paragraphs.map((paragraph) => (
          <Paragraph key={paragraph.number} paragraph={paragraph} hasCopy={copy === 'held'} />
        ))}
      </ol>
    </section>
  )
}
