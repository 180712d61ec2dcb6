import { formatDate, type PartialDate } from '../course/partial-date'
import { asEntityId, type EntityId } from '../kernel/ids'
import { err, ok, type Result } from '../kernel/result'
import type { AtlasChoices } from './atlas'
import { dateOfMonth, firstMonth, readMonth } from './month'

type Param = 'organisation' | 'date' | 'state'

/** Search parameters as Next gives them: absent, once, or several times. */
export type AskedAtlas = Readonly<Record<string, string | readonly string[] | undefined>>

export type AtlasPlace = {
  readonly organisation: EntityId
  /** A month, `2006-06`. */
  readonly date: PartialDate
  /** The state whose card is open. */
  readonly state: EntityId | null
}

/** Empty parameters count as absent: a form sends them. The error says what is wrong and what is possible. */
export function readAtlasQuery(
  choices: AtlasChoices,
  asked: AskedAtlas,
): Result<AtlasPlace, string> {
  const repeated = (['organisation', 'date', 'state'] as const).find(
    (param) => valuesOf(asked, param).length > 1,
  )
  if (repeated) return err(`The address names \`${repeated}\` more than once.`)
  const [organisation = choices.organisation] = valuesOf(asked, 'organisation')
  if (!has(choices.organisations, organisation)) {
    return err(`The atlas knows no organisation ${quoted(organisation)}.`)
  }
  const [date = choices.date] = valuesOf(asked, 'date')
  const month = readMonth(date)
  if (month === null || month < firstMonth(choices.first) || month > firstMonth(choices.last)) {
    const first = formatDate(choices.first)
    const last = formatDate(choices.last)
    return err(
      `${quoted(date)} is not a month from ${first} to ${last}. Write a month as \`${choices.date}\`.`,
    )
  }
  const [state = null] = valuesOf(asked, 'state')
  if (state !== null && !has(choices.states, state)) {
    return err(`The atlas knows no state ${quoted(state)}.`)
  }
  return ok({
    organisation: asEntityId(organisation),
    date: dateOfMonth(month),
    state: state === null ? null : asEntityId(state),
  })
}

export const atlasHref = ({ organisation, date, state }: AtlasPlace): string =>
  `/atlas?${new URLSearchParams({ organisation, date, ...(state === null ? {} : { state }) })}`

function valuesOf(asked: AskedAtlas, param: Param): readonly string[] {
  const value = asked[param] ?? []
  const values = typeof value === 'string' ? [value] : value
  return values.length > 1 ? values : values.filter((one) => one !== '')
}

const has = (list: readonly { readonly id: EntityId }[], id: string) =>
  list.some((one) => one.id === id)

/** Enough characters to recognise what was typed. */
const QUOTED = 40

const quoted = (value: string) =>
  `“${value.length > QUOTED ? `${value.slice(0, QUOTED)}…` : value}”`
