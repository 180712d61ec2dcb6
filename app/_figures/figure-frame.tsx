import type { ReactNode } from 'react'
import type { CitedParagraph } from '@/lib/course/pictures/ground'

type Props = {
  caption: string
  children: ReactNode
  /** The same content as a table, for people who cannot see the picture; null if it is a table itself. */
  table: ReactNode
  /** The paragraphs that the picture rests on. */
  sources?: readonly CitedParagraph[]
}

/** A picture with its caption, its sources and a table that can be opened. */
export function FigureFrame({ caption, children, table, sources = [] }: Props) {
  return (
    <figure className="@container break-inside-avoid border-y border-rule py-5 font-sans">
      {children}
      <figcaption className="mt-3 max-w-measure text-sm text-ink-2">
        {caption}
        {sources.length === 0 ? null : <Sources cites={sources} />}
      </figcaption>
      {table === null ? null : (
        <details className="mt-2 text-sm print:hidden">
          <summary className="inline-block cursor-pointer py-1 text-accent underline underline-offset-4">
            View as table
          </summary>
          <div className="mt-3">{table}</div>
        </details>
      )}
    </figure>
  )
}

function Sources({ cites }: { cites: readonly CitedParagraph[] }) {
  const each = new Map(cites.map((cite) => [cite.short, cite]))
  return (
    <span className="mt-1 block text-label">
      Sources:{' '}
      <CitedLinks
        cites={[...each.values()].sort((a, b) =>
          a.source === b.source ? a.paragraph - b.paragraph : a.source < b.source ? -1 : 1,
        )}
      />
    </span>
  )
}

/** Links to paragraphs, separated by commas. */
export function CitedLinks({ cites }: { cites: readonly CitedParagraph[] }) {
  return cites.map((cite, i) => (
    <span key={cite.short}>
      {i === 0 ? '' : ', '}
      <a
        href={`/sources/${cite.source}#p${cite.paragraph}`}
        title={cite.label}
        className="whitespace-nowrap text-accent underline decoration-rule-2 underline-offset-2"
      >
        {cite.short}
      </a>
    </span>
  ))
}
