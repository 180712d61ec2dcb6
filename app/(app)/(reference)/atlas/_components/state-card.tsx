import { Link } from '@/app/_components/link'
import { Tag } from '@/app/_components/tag'
import { CitedPlaces } from '@/app/(app)/_components/facts/cited-places'
import { FactItem } from '@/app/(app)/_components/facts/fact-item'
import { formatDate } from '@/lib/course/partial-date'
import { count } from '@/lib/kernel/count'
import type { CardSection } from '@/lib/reference/state-card'
import type { StateCardView } from '@/lib/reference/view/atlas'

const TITLES: Record<CardSection, string> = {
  exercises: 'Exercises',
  ties: 'Ties',
  concerns: 'Concerns',
  other: 'Other',
}

/** The number of facts shown at first. Fewer than three more are not hidden behind a button. */
const SHOWN = 6
const WORTH_FOLDING = 3

/** What the course says about one state. A click on the map leads to `#card`. */
export function StateCard({ card }: { card: StateCardView }) {
  const all = card.sections.reduce((sum, { facts }) => sum + facts.length, 0)
  return (
    <section
      id="card"
      tabIndex={-1}
      aria-labelledby="card-name"
      className="mt-12 scroll-mt-6 border-t-2 border-accent pt-5 outline-none"
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <h2 id="card-name" className="text-2xl">
          {card.name}
        </h2>
        <p className="text-sm text-ink-2">
          {count(all, 'fact')} mention{all === 1 ? 's' : ''} this state, its capital, people or
          leaders
        </p>
      </div>
      <Section title="Memberships">
        <Memberships memberships={card.memberships} />
      </Section>
      {card.sections.map(({ section, facts }) => (
        <Section key={section} title={TITLES[section]} aside={facts.length}>
          <Facts facts={facts} />
        </Section>
      ))}
    </section>
  )
}

type SectionProps = { title: string; aside?: number; children: React.ReactNode }

function Section({ title, aside, children }: SectionProps) {
  return (
    <section
      aria-label={title}
      className="mt-5 grid gap-x-6 gap-y-2 border-t border-rule pt-4 sm:grid-cols-[9.5rem_minmax(0,1fr)]"
    >
      <h3 className="font-sans text-sm leading-7">
        {title}
        {aside === undefined ? null : (
          <span className="ml-2 font-normal text-ink-2 tabular-nums">{aside}</span>
        )}
      </h3>
      <div className="min-w-0 max-w-measure">{children}</div>
    </section>
  )
}

function Facts({ facts }: { facts: StateCardView['sections'][number]['facts'] }) {
  if (facts.length === 0) return <Nothing />
  const shown = facts.length < SHOWN + WORTH_FOLDING ? facts.length : SHOWN
  const first = facts.slice(0, shown)
  const more = facts.slice(shown)
  return (
    <>
      <ul className="space-y-5">
        {first.map((fact) => (
          <FactItem key={fact.id} fact={fact} />
        ))}
      </ul>
      {more.length === 0 ? null : (
        <details className="mt-4">
          <summary className="inline-block cursor-pointer py-1 text-sm text-accent underline underline-offset-4">
            {more.length} more
          </summary>
          <ul className="mt-4 space-y-5">
            {more.map((fact) => (
              <FactItem key={fact.id} fact={fact} />
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

const Nothing = () => (
  <p className="text-sm leading-7 text-ink-2">The course has no facts about this.</p>
)

function Memberships({ memberships }: Pick<StateCardView, 'memberships'>) {
  if (memberships.length === 0) {
    return <p className="text-sm leading-7 text-ink-2">The documents report no memberships.</p>
  }
  return (
    <ul className="space-y-2.5">
      {memberships.map(({ organisation, organisationName, role, began, ended, places }) => (
        <li key={`${organisation} ${began.date} ${role}`}>
          <p className="font-serif leading-7">
            {organisationName}
            {role === 'observer' ? (
              <>
                {' '}
                <Tag>Observer</Tag>
              </>
            ) : null}
          </p>
          <p className="text-label text-ink-2">
            {ended === null ? 'since ' : null}
            <FactLink change={began} />
            {ended === null ? null : (
              <>
                {' to '}
                <FactLink change={ended} />
              </>
            )}
            {' · '}
            <CitedPlaces places={places} />
          </p>
        </li>
      ))}
    </ul>
  )
}

function FactLink({ change }: { change: StateCardView['memberships'][number]['began'] }) {
  return (
    <Link href={`/facts/${change.fact}`} className="link">
      {formatDate(change.date)}
    </Link>
  )
}
