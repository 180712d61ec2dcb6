import type { Question } from '../../course/types'
import type { QuestionId } from '../../kernel/ids'
import type { QuestionKind } from '../../kinds/types'
import type { ItemStatistics } from '../item-analysis'
import { findingsOf, type ItemFinding } from '../item-findings'
import type { SceneCourse } from '../scene'

export type ItemRow = ItemStatistics & {
  readonly id: QuestionId
  /** In the course. */
  readonly place: number
  readonly prompt: string
  readonly kind: QuestionKind
  readonly topicTitle: string
  readonly depth: Question['depth']
  readonly asks: Question['asks']
  readonly revision: number
  /** The number of open flags. */
  readonly flags: number
  /** Reasons to check the question. Empty if there are none. */
  readonly findings: readonly ItemFinding[]
}

/** The statistics of every question over all learners of a cohort. */
export type ItemFigures = {
  /** The statistics of a question by its position in the course. */
  readonly statisticsOf: (place: number) => ItemStatistics
  readonly openFlags: ReadonlyMap<string, number>
}

export function itemRow(
  { look }: SceneCourse,
  { statisticsOf, openFlags }: ItemFigures,
  { id, prompt, kind, topic, depth, asks, revision }: Question,
): ItemRow {
  const place = look.questionOrder(id)
  const statistics = statisticsOf(place)
  const flags = openFlags.get(id) ?? 0
  return {
    id,
    place,
    prompt,
    kind,
    depth,
    asks,
    revision,
    flags,
    ...statistics,
    topicTitle: look.topic(topic)?.title ?? '',
    findings: findingsOf(statistics, flags),
  }
}

/** Higher than any figure, so that questions with too few answers come last. */
const LAST = 9

/**
 * The question with the most findings comes first, then the one recalled furthest below prediction.
 */
export const suspectsFirst = (a: ItemRow, b: ItemRow): number =>
  b.findings.length - a.findings.length ||
  b.flags - a.flags ||
  (a.surprise?.high ?? LAST) - (b.surprise?.high ?? LAST)
