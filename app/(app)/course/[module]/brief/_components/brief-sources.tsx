import type { BriefView } from '@/lib/reference/view/brief'

/** The documents behind the sheet, with the paragraphs that it rests on. */
export function BriefSources({ sources }: Pick<BriefView, 'sources'>) {
  return (
    <section aria-labelledby="brief-sources" className="brief-sources">
      <h2 id="brief-sources" className="brief-heading">
        Sources
      </h2>
      <ul>
        {sources.map(({ short, title, publisher, date, paragraphs }) => (
          <li key={short}>
            <b>{short}</b> {title}. {publisher}, {date}. {paragraphs}
          </li>
        ))}
      </ul>
    </section>
  )
}
