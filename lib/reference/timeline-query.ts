import type { SourceId, TopicId } from '../kernel/ids'
import { err, ok, type Result } from '../kernel/result'
import type { YearWindow } from './timeline-window'

/** What an address may ask for. */
export type TimelineChoices = {
  readonly domain: YearWindow
  /** The years shown when the address names none. */
  readonly opening: YearWindow
  readonly topics: readonly { readonly id: TopicId; readonly title: string }[]
  readonly sources: readonly { readonly id: SourceId; readonly title: string }[]
}

export type TimelinePlace = {
  readonly window: YearWindow
  readonly topic: TopicId | null
  readonly source: SourceId | null
}

/** Search parameters as Next gives them: absent, once, or several times. */
export type AskedTimeline = Readonly<Record<string, string | readonly string[] | undefined>>

/** Empty parameters count as absent: a form sends them. The error says what is wrong and what is possible. */
export function readTimelineQuery(
  choices: TimelineChoices,
  asked: AskedTimeline,
): Result<TimelinePlace, string> {
  const repeated = (['from', 'to', 'topic', 'source'] as const).find(
    (name) => typeof asked[name] === 'object',
  )
  if (repeated) return err(`The address names \`${repeated}\` more than once.`)
  const { domain, opening } = choices
  const to = yearOf(asked, 'to', opening.to)
  const from = yearOf(asked, 'from', Math.min(opening.from, to ?? opening.from))
  for (const [name, year] of [
    ['from', from],
    ['to', to],
  ] as const) {
    if (year === null || year < domain.from || year > domain.to) {
      return err(
        `${quoted(textOf(asked, name))} is not a year from ${domain.from} to ${domain.to}.`,
      )
    }
  }
  if (from === null || to === null || from > to) {
    return err(`The first year, ${from}, is after the last, ${to}.`)
  }
  const topic = textOf(asked, 'topic')
  const knownTopic = choices.topics.find(({ id }) => id === topic)
  if (topic !== '' && !knownTopic) return err(`The course has no topic ${quoted(topic)}.`)
  const source = textOf(asked, 'source')
  const knownSource = choices.sources.find(({ id }) => id === source)
  if (source !== '' && !knownSource) return err(`The course has no document ${quoted(source)}.`)
  return ok({
    window: { from, to },
    topic: knownTopic?.id ?? null,
    source: knownSource?.id ?? null,
  })
}

export function timelineHref({ window, topic, source }: TimelinePlace): string {
  const params = new URLSearchParams({ from: String(window.from), to: String(window.to) })
  if (topic !== null) params.set('topic', topic)
  if (source !== null) params.set('source', source)
  return `/timeline?${params}`
}

function textOf(asked: AskedTimeline, name: string): string {
  const value = asked[name]
  return typeof value === 'string' ? value.trim() : ''
}

/** The default for an absent year; null for a text that is not a year. */
function yearOf(asked: AskedTimeline, name: string, absent: number): number | null {
  const value = textOf(asked, name)
  if (value === '') return absent
  return /^\d{4}$/.test(value) ? Number(value) : null
}

/** Enough characters to recognise what was typed. */
const QUOTED = 40

const quoted = (value: string) =>
  `“${value.length > QUOTED ? `${value.slice(0, QUOTED)}…` : value}”`
