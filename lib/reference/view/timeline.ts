import type { LookUp } from '../../course/look-up'
import type { Catalogue } from '../../course/types'
import type { FactId } from '../../kernel/ids'
import { topicsOfFact } from '../fact-topics'
import { TIMELINE_LANES, type TimelineLane, type TimelineMark, timelineMarks } from '../timeline'
import { clustersOf, isInWindow, type MarkCluster } from '../timeline-layout'
import type { TimelineChoices, TimelinePlace } from '../timeline-query'
import { domainOf, openingWindow } from '../timeline-window'
import { type FactView, factView } from './fact-view'

export type TimelineView = {
  readonly choices: TimelineChoices
  readonly place: TimelinePlace
  /** Every lane in order, also an empty one. */
  readonly lanes: readonly {
    readonly lane: TimelineLane
    readonly clusters: readonly MarkCluster[]
  }[]
  /** The marks in view by the year in which they begin. */
  readonly years: readonly {
    readonly year: number
    readonly marks: readonly (TimelineMark & { readonly view: FactView })[]
  }[]
  readonly statements: Readonly<Record<FactId, string>>
  readonly shown: number
  /** Facts that the filters leave, in all years. */
  readonly total: number
}

export function timelineView(
  look: LookUp,
  choices: TimelineChoices,
  place: TimelinePlace,
): TimelineView {
  const filtered = marksOf(look).filter((mark) => isAsked(look, mark, place))
  const inView = filtered.filter((mark) => isInWindow(mark, place.window))
  const viewed = inView.flatMap((mark) => {
    const fact = look.fact(mark.fact)
    return fact ? [{ ...mark, view: factView(look, fact, null) }] : []
  })
  const years = [...new Set(viewed.map(({ start }) => Math.floor(start)))]
  return {
    choices,
    place,
    lanes: TIMELINE_LANES.map((lane) => ({
      lane,
      clusters: clustersOf(
        inView.filter((mark) => mark.lane === lane),
        place.window,
      ),
    })),
    years: years.map((year) => ({
      year,
      marks: viewed.filter(({ start }) => Math.floor(start) === year),
    })),
    statements: Object.fromEntries(viewed.map(({ fact, view }) => [fact, view.statement])),
    shown: viewed.length,
    total: filtered.length,
  }
}

/** What an address may name. */
export function timelineChoices(look: LookUp): TimelineChoices {
  const { catalogue } = look
  return {
    domain: domainOf(marksOf(look)),
    opening: openingWindow(marksOf(look)),
    topics: catalogue.course.topics.map(({ id, title }) => ({ id, title })),
    sources: catalogue.sources.map(({ id, title }) => ({ id, title })),
  }
}

function isAsked(look: LookUp, mark: TimelineMark, { topic, source }: TimelinePlace): boolean {
  const fact = look.fact(mark.fact)
  if (!fact) return false
  if (source !== null && !fact.cites.some((cite) => cite.source === source)) return false
  return topic === null || topicsOfFact(look, fact).includes(topic)
}

const known = new WeakMap<Catalogue, readonly TimelineMark[]>()

/** Laid out once for each catalogue. */
function marksOf(look: LookUp): readonly TimelineMark[] {
  const marks = known.get(look.catalogue) ?? timelineMarks(look)
  known.set(look.catalogue, marks)
  return marks
}
