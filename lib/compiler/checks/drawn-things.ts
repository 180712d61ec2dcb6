import type { PartialDate } from '../../course/partial-date'
import type { FactEntry } from '../../course/schema/fact-entry'
import type { Citation } from '../../course/types'
import type { Check, Draft } from '../draft'
import { fault } from '../fault'
import { closest } from './closest'

type Located = NonNullable<Draft['pictures']>
type Path = readonly (string | number)[]

/**
 * What `pictures.yaml` draws must rest on its facts: places, aims and events that exist, citations and
 * dates that are those of the fact, and no id twice.
 */
export const drawnThings: Check = (draft) => {
  const { pictures } = draft
  if (pictures === null) return []
  const facts = new Map(draft.facts.map(({ value }) => [value.id, value]))
  return [...names(pictures), ...dates(pictures, facts), ...citations(pictures, facts)]
}

type Facts = ReadonlyMap<string, FactEntry>

function names({ value, at, isWhole }: Located) {
  const { places, exercises, sites, aims, events, wants, readings } = value
  const twice = Object.entries({ places, exercises, sites, aims, events, wants, readings }).flatMap(
    ([list, items]) =>
      items.flatMap(({ id }, i) =>
        id === undefined || items.findIndex((other) => other.id === id) === i
          ? []
          : [fault(at([list, i]), 'duplicate-id', `${list} has \`${id}\` twice`)],
      ),
  )
  const known = (what: string, items: readonly { id: string }[], id: string, path: Path) => {
    const ids = items.map((one) => one.id)
    if (ids.includes(id) || !isWhole) return []
    const near = closest(id, ids)
    const hint = near === null ? '' : `; did you mean \`${near}\`?`
    return [fault(at(path), 'unknown-id', `there is no ${what} \`${id}\`${hint}`)]
  }
  return [
    ...twice,
    ...exercises.flatMap((one, i) =>
      one.places.flatMap((id) => known('place', places, id, ['exercises', i, 'places'])),
    ),
    ...sites.flatMap((one, i) =>
      one.places.flatMap((id) => known('place', places, id, ['sites', i, 'places'])),
    ),
    ...wants.flatMap(({ aim }, i) => known('aim', aims, aim, ['wants', i, 'aim'])),
    ...readings.flatMap(({ event }, i) => known('event', events, event, ['readings', i, 'event'])),
  ]
}

/** A step has a date that its fact has, so that the map of a month says what the fact says. */
function dates({ value, at }: Located, facts: Facts) {
  return value.sites.flatMap(({ steps }, i) =>
    steps.flatMap(({ fact: id, date }, j) => {
      const fact = facts.get(id)
      if (fact === undefined || datesOf(fact).includes(date)) return []
      const message = `fact \`${id}\` does not have the date ${date}; it has ${datesOf(fact).join(' and ')}`
      return [fault(at(['sites', i, 'steps', j, 'date']), 'picture', message)]
    }),
  )
}

const datesOf = ({ holds, asOf }: FactEntry): readonly PartialDate[] =>
  [holds?.from, holds?.to, asOf].filter((date) => date !== undefined)

function citations({ value, at }: Located, facts: Facts) {
  const own = (id: string, cites: readonly Citation[], path: Path) =>
    cites.flatMap(({ source, paragraph }) => {
      const fact = facts.get(id)
      const isCited = fact?.cites.some(
        (cite) => cite.source === source && cite.paragraph === paragraph,
      )
      if (fact === undefined || isCited === true) return []
      const message = `fact \`${id}\` does not cite ${source}#${paragraph}`
      return [fault(at(path), 'picture', message)]
    })
  return [
    ...value.wants.flatMap(({ fact, cites }, i) => own(fact, cites, ['wants', i, 'cites'])),
    ...value.readings.flatMap(({ fact, cite }, i) => own(fact, [cite], ['readings', i, 'cite'])),
  ]
}
