import { classNames } from '@/app/_components/class-names'
import { Link } from '@/app/_components/link'
import { FactItem } from '@/app/(app)/_components/facts/fact-item'
import { count } from '@/lib/kernel/count'
import type { SourceParagraph } from '@/lib/reference/view/source'

type Props = { paragraph: SourceParagraph; hasCopy: boolean }

/**
 * A background that extends into the page's margins and a bar in front of it. Neither moves the
 * text.
 */
const highlight =
  'target:bg-accent-wash target:[box-shadow:-0.8125rem_0_0_var(--accent-wash),1rem_0_0_var(--accent-wash),-1rem_0_0_var(--accent)] forced-colors:target:outline-2'

/**
 * The target `#pN` of a citation. Citations are plain links, because only a real load sets
 * `:target`.
 */
export function Paragraph({ paragraph, hasCopy }: Props) {
  const { number, text, facts } = paragraph
  const isShort = facts.length === 0 && text === null
  return (
    <li
      id={`p${number}`}
      className={classNames(
        'grid scroll-mt-6 gap-x-6 gap-y-2 border-t border-rule py-4',
        highlight,
        isShort
          ? 'grid-cols-[3rem_minmax(0,1fr)]'
          : 'sm:grid-cols-[3rem_minmax(0,1fr)] lg:grid-cols-[3rem_minmax(0,1fr)_15rem]',
      )}
    >
      <h3 className="font-sans text-sm leading-6 font-semibold tabular-nums">
        <a href={`#p${number}`} className="inline-block min-w-6 text-ink-2 hover:text-accent">
          ¶{number}
        </a>
      </h3>
      <div className="min-w-0 max-w-measure space-y-4">
        {text === null ? null : (
          <blockquote className="border-l border-rule-2 pl-4 font-serif leading-7 whitespace-pre-line">
            {text}
          </blockquote>
        )}
        {hasCopy && text === null ? (
          <p className="text-sm text-ink-2">
            The copy on this server does not contain this paragraph.
          </p>
        ) : null}
        {facts.length > 0 ? (
          <ul className="space-y-4">
            {facts.map((fact) => (
              <FactItem key={fact.id} fact={fact} placesAre="also" />
            ))}
          </ul>
        ) : (
          <Uncovered paragraph={paragraph} />
        )}
      </div>
      {facts.length > 0 ? <Teaching paragraph={paragraph} /> : null}
    </li>
  )
}

function Uncovered({ paragraph }: { paragraph: SourceParagraph }) {
  return (
    <p className="text-sm leading-6 text-ink-2">
      {paragraph.leftOut === null ? (
        'Not yet covered.'
      ) : (
        <>
          <span className="font-semibold">Left out.</span> {paragraph.leftOut}
        </>
      )}
    </p>
  )
}

function Teaching({ paragraph: { lessons, questions } }: { paragraph: SourceParagraph }) {
  return (
    <div className="min-w-0 text-sm text-ink-2 sm:col-start-2 lg:sticky lg:top-6 lg:col-start-3 lg:self-start">
      {lessons.length === 0 ? (
        <p>Not taught in any lesson.</p>
      ) : (
        <>
          <p>Taught in</p>
          <ul>
            {lessons.map(({ id, title }) => (
              <li key={id}>
                <Link href={`/lessons/${id}`} className="link inline-block py-0.5">
                  {title}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="mt-1">
        {questions === 0
          ? 'Not tested by any question.'
          : `Tested by ${count(questions, 'question')}.`}
      </p>
    </div>
  )
}
