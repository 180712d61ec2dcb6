import type { ParagraphCoverage } from '@/lib/course/coverage'
import type { SourceParagraph } from '@/lib/reference/view/source'

type Status = ParagraphCoverage['status']

const statuses = ['covered', 'taught', 'tested', 'left out', 'open'] as const

const words: Record<Status, string> = {
  covered: 'taught and tested',
  taught: 'taught only',
  tested: 'tested only',
  'left out': 'left out',
  open: 'not yet covered',
}

/** The statuses differ in fill, edge and line, not in colour alone. */
const looks: Record<Status, string> = {
  covered: 'border-accent bg-accent text-accent-ink',
  taught: 'border-accent bg-accent-wash text-ink',
  tested: 'border-dashed border-accent text-ink',
  'left out': 'border-transparent bg-sunk text-ink-2 line-through',
  open: 'border-rule-2 text-ink-2',
}

/** Shows every paragraph as a small numbered square, which marks its coverage and links to it. */
export function ParagraphMap({ paragraphs }: { paragraphs: readonly SourceParagraph[] }) {
  const counted = statuses
    .map((status) => ({ status, count: paragraphs.filter((one) => one.status === status).length }))
    .filter(({ count }) => count > 0)
  return (
    <nav aria-label="Paragraphs" className="lg:border-l lg:border-rule lg:pl-6">
      <h2 className="label-caps font-sans text-ink-2">Paragraphs</h2>
      <ol className="mt-3 flex flex-wrap gap-1">
        {paragraphs.map(({ number, status }) => (
          <li key={number}>
            <a
              href={`#p${number}`}
              className={`flex size-7 items-center justify-center border text-label tabular-nums hover:outline-2 hover:outline-accent ${looks[status]}`}
            >
              {number}
              <span className="sr-only"> {words[status]}</span>
            </a>
          </li>
        ))}
      </ol>
      <ul className="mt-4 space-y-1 text-sm">
        {counted.map(({ status, count }) => (
          <li key={status} className="flex items-center gap-2.5">
            <span
              aria-hidden="true"
              className={`flex h-5 min-w-7 items-center justify-center border px-1 text-label font-semibold tabular-nums no-underline ${looks[status].replace(' line-through', '')}`}
            >
              {count}
            </span>
            <span>
              <span className="sr-only">{count} </span>
              {words[status]}
            </span>
          </li>
        ))}
      </ul>
    </nav>
  )
}
