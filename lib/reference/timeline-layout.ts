import type { TimelineMark } from './timeline'
import type { YearWindow } from './timeline-window'

/** Marks that are too close together to be told apart, or a single one. Positions in percent of the window. */
export type MarkCluster = {
  readonly x: number
  /** Width of the period that a mark covers, where it has an end; otherwise 0. */
  readonly width: number
  /** In order; never empty. */
  readonly marks: readonly TimelineMark[]
}

/** Marks whose beginnings are nearer than this, in percent, become one cluster. */
const NEAR = 3.2

/** Whether any part of the mark lies in the window. A mark without an end ends where it begins. */
export const isInWindow = ({ start, end }: TimelineMark, { from, to }: YearWindow): boolean =>
  start < to + 1 && end >= from

/** Marks of one lane, in order of time, as clusters in order; each mark in the window exactly once. */
export function clustersOf(
  marks: readonly TimelineMark[],
  window: YearWindow,
): readonly MarkCluster[] {
  const scale = 100 / (window.to + 1 - window.from)
  const at = (years: number) => Math.min(100, Math.max(0, (years - window.from) * scale))
  const groups: TimelineMark[][] = []
  for (const mark of marks.filter((one) => isInWindow(one, window))) {
    const group = groups.at(-1)
    const first = group?.[0]
    if (group && first && at(mark.start) - at(first.start) < NEAR) group.push(mark)
    else groups.push([mark])
  }
  return groups.map((group) => {
    const starts = group.map(({ start }) => at(start))
    const x = starts[0] ?? 0
    // A date that is only a year is no time that lasts: it draws no line.
    const end = Math.max(x, ...group.filter(({ to }) => to !== null).map((mark) => at(mark.end)))
    return { x: tenth(x), width: tenth(Math.max(0, end - x)), marks: group }
  })
}

/** The years in which the marks of a cluster begin: a window that shows them all. */
export function yearsOfCluster({ marks }: MarkCluster): YearWindow {
  const years = marks.map(({ start }) => Math.floor(start))
  return { from: Math.min(...years), to: Math.max(...years) }
}

/** Width of the mark itself and the gap to its name, in percent of the narrowest line. */
const BEFORE_LABEL = 5

/** The name all marks share, if they do and there is room for it before the next cluster. */
export function clusterLabel(
  { x, marks }: MarkCluster,
  nextX: number,
  percentPerLetter: number,
): string | null {
  const [label = null, ...others] = [...new Set(marks.map((mark) => mark.label))]
  if (label === null || others.length > 0) return null
  return x + BEFORE_LABEL + label.length * percentPerLetter <= nextX ? label : null
}

const tenth = (value: number) => Math.round(value * 10) / 10
