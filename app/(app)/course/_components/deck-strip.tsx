import { Link } from '@/app/_components/link'
import { LinkButton } from '@/app/_components/link-button'
import { Meter } from '@/app/_components/meter'
import type { DeckCounts } from '@/lib/review/view/course'

type Props = { moduleId: string; moduleTitle: string; deck: DeckCounts }

/** The questions of one module: how many are known, due, or locked until a lesson is finished. */
export function DeckStrip({ moduleId, moduleTitle, deck }: Props) {
  const waiting = deck.due + deck.learning + deck.new
  return (
    <aside aria-label={`Deck: ${moduleTitle}`} className="lg:border-l lg:border-rule lg:pl-6">
      <h3 className="label-caps font-sans text-ink-2">Deck of {deck.total} questions</h3>
      <p className="mt-3 mb-1.5 flex items-baseline justify-between gap-4 text-sm">
        <span className="text-ink-2">Known</span>
        <span className="font-semibold tabular-nums">{deck.known}</span>
      </p>
      <Meter
        share={deck.total === 0 ? 0 : deck.known / deck.total}
        label={`${deck.known} of ${deck.total} known`}
      />
      <dl className="mt-2.5 text-sm">
        <Count name="Due" value={deck.due} />
        <Count name="In learning" value={deck.learning} />
        <Count name="New" value={deck.new} />
        <Count name="Locked until a lesson is finished" value={deck.locked} />
      </dl>
      <div className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2">
        {waiting > 0 ? (
          <LinkButton href={`/review?scope=${moduleId}`} kind="secondary" size="small">
            Review this deck
            <span className="sr-only">: {moduleTitle}</span>
          </LinkButton>
        ) : (
          <p className="text-sm text-ink-2">
            {deck.locked === deck.total
              ? 'Finish a lesson to unlock its questions.'
              : 'No reviews due.'}
          </p>
        )}
        {deck.seen > 0 ? (
          <Link href={`/review?mode=cram&scope=${moduleId}`} className="link text-sm">
            Cram<span className="sr-only">: {moduleTitle}</span>
          </Link>
        ) : null}
      </div>
    </aside>
  )
}

function Count({ name, value }: { name: string; value: number }) {
  return (
    <div className="flex items-baseline justify-between gap-4 py-0.5">
      <dt className="text-ink-2">{name}</dt>
      <dd className="font-semibold tabular-nums">{value}</dd>
    </div>
  )
}
