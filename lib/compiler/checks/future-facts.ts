import { earliest, latest } from '../../course/partial-date'
import type { Check } from '../draft'
import { fault } from '../fault'

/**
 * A document cannot report what happened after its own date. Such a fact is a plan or a forecast
 * and must be marked as one.
 */
export const futureFacts: Check = (draft) => {
  const dates = new Map(draft.sources.map(({ value }) => [value.id, latest(value.date)]))
  return draft.facts.flatMap(({ value, at }) => {
    const { id, kind, holds, cites } = value
    if (holds === undefined || kind === 'plan' || kind === 'forecast') return []
    const cited = cites.map(({ source }) => dates.get(source))
    if (cited.length === 0 || !cited.every((date) => date !== undefined)) return []
    if (cited.some((date) => earliest(holds.from) <= date)) return []
    const message = `fact \`${id}\` begins ${holds.from}, after the date of its sources: mark it as a plan or a forecast`
    return [fault(at(['holds']), 'future-fact', message)]
  })
}
