import { useId } from 'react'
import { Link } from '@/app/_components/link'
import { Tag } from '@/app/_components/tag'
import { STANDINGS, StandingSwatch, standingWords } from '@/app/_figures/standing-look'
import { CitedPlaces } from '@/app/(app)/_components/facts/cited-places'
import { formatDate } from '@/lib/course/partial-date'
import type { StateStanding } from '@/lib/course/standings'
import { groupBy } from '@/lib/kernel/group-by'
import type { EntityId } from '@/lib/kernel/ids'
import type { AtlasChangeView } from '@/lib/reference/view/atlas'
import { changeAnchor } from './change-anchor'

type Props = {
  standings: readonly StateStanding<AtlasChangeView>[]
  /** All states of the course, in the course's order. */
  states: readonly EntityId[]
  selected: EntityId | null
  nameOf: (state: EntityId) => string
  cardHref: (state: EntityId) => string
}

/**
 * What the map shows in words, with its sources. States that joined together are listed together.
 */
export function StandingList({ standings, states, ...links }: Props) {
  const known = new Set(standings.map(({ state }) => state))
  const others = states.filter((state) => !known.has(state))
  return (
    <div className="min-w-0 space-y-5">
      {STANDINGS.map((standing) => {
        const having = standings.filter((one) => one.standing === standing)
        return having.length === 0 ? null : (
          <section key={standing} aria-label={standingWords[standing].many}>
            <h3 className="flex items-center gap-2 font-sans text-sm">
              <StandingSwatch standing={standing} />
              {standingWords[standing].many} ({having.length})
            </h3>
            <ul className="mt-1.5 space-y-2.5">
              {together(having).map((group) => (
                <Group key={group.map(({ state }) => state).join()} group={group} {...links} />
              ))}
            </ul>
          </section>
        )
      })}
      {standings.length === 0 ? (
        <p className="font-serif text-ink-2">The documents report no members at this date.</p>
      ) : null}
      <section aria-label="Other states">
        <h3 className="font-sans text-sm font-normal text-ink-2">Other states</h3>
        <StateLinks states={others} {...links} />
      </section>
    </div>
  )
}

type Links = Pick<Props, 'selected' | 'nameOf' | 'cardHref'>
type Standings = readonly StateStanding<AtlasChangeView>[]

function Group({ group, ...links }: Links & { group: Standings }) {
  const id = useId()
  const [one] = group
  if (one === undefined) return null
  const changes = one.standing === 'former' ? [one.began, one.ended] : [one.began]
  const [began, ended] = changes
  return (
    <li>
      <StateLinks states={group.map(({ state }) => state)} labelledBy={id} {...links} />
      <p id={id} className="text-label text-ink-2">
        {ended === undefined ? 'since ' : null}
        {began ? <ChangeDate change={began} /> : null}
        {ended === undefined ? null : (
          <>
            {' to '}
            <ChangeDate change={ended} />
          </>
        )}
        {' · '}
        <CitedPlaces places={placesOf(changes)} />
        {changes.filter(isContested).map((change) => (
          <span key={change.fact}>
            {' '}
            <a href={`#${changeAnchor(change)}`} className="no-underline hover:underline">
              <Tag tone="hard">
                {change.view.contradicts.length > 0 ? 'Documents disagree' : 'Uncertain'}
              </Tag>
            </a>
          </span>
        ))}
      </p>
    </li>
  )
}

const isContested = ({ view }: AtlasChangeView) =>
  view.contradicts.length > 0 || view.confidence === 'uncertain'

function ChangeDate({ change }: { change: AtlasChangeView }) {
  return (
    <Link href={`/facts/${change.fact}`} className="link">
      {formatDate(change.date)}
    </Link>
  )
}

type StateLinksProps = Links & { states: readonly EntityId[]; labelledBy?: string }

function StateLinks({ states, labelledBy, selected, nameOf, cardHref }: StateLinksProps) {
  return (
    <ul aria-labelledby={labelledBy} className="flex flex-wrap gap-x-3">
      {states.map((state) => (
        <li key={state}>
          <Link
            href={cardHref(state)}
            aria-current={state === selected ? 'true' : undefined}
            className="inline-block min-h-6 underline decoration-rule-2 decoration-1 underline-offset-4 hover:decoration-current aria-[current=true]:font-semibold aria-[current=true]:decoration-2"
          >
            {nameOf(state)}
          </Link>
        </li>
      ))}
    </ul>
  )
}

/** Groups states whose standing rests on the same changes. */
function together(standings: Standings): readonly Standings[] {
  const groups = groupBy(standings, (one) =>
    one.standing === 'former' ? `${one.began.fact} ${one.ended.fact}` : one.began.fact,
  )
  return [...groups.values()]
}

/** Each paragraph once, because one often reports both the beginning and the end. */
const placesOf = (changes: readonly AtlasChangeView[]) => [
  ...new Map(
    changes.flatMap(({ view }) => view.places).map((place) => [place.label, place]),
  ).values(),
]
