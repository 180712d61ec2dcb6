import type { Question } from '../../course/types'
import type { QuestionId } from '../../kernel/ids'
import type { QuestionKind } from '../../kinds/types'
import type { ItemStatistics } from '../item-analysis'
import { findingsOf, type ItemFinding } from '../item-findings'
import type { SceneCourse } from '../scene'

export type ItemRow = ItemStatistics & {
  readonly id: QuestionId
  readonly prompt: string
  readonly kind: QuestionKind
  readonly topicTitle: string
  readonly revision: number
  /** Open ones. */
  readonly flags: number
  /** Why it should be looked at; empty when nothing speaks against it. */
  readonly findings: readonly ItemFinding[]
}

/** What is known of every question over all learners of a cohort. */
export type ItemFigures = {
  /** By the question's place in the course. */
  readonly statisticsOf: (place: number) => ItemStatistics
  readonly openFlags: ReadonlyMap<string, number>
}

export function itemRow(
  { look }: SceneCourse,
  { statisticsOf, openFlags }: ItemFigures,
  { id, prompt, kind, topic, revision }: Question,
): ItemRow {
  const statistics = statisticsOf(look.questionOrder(id))
  const flags = openFlags.get(id) ?? 0
  return {
    id,
    prompt,
    kind,
    revision,
    flags,
    ...statistics,
    topicTitle: look.topic(topic)?.title ?? '',
    findings: findingsOf(statistics, flags),
  }
}

export const ITEM_SORTS = ['suspect', 'surprise', 'first-try', 'discrimination', 'course'] as const
export type ItemSort = (typeof ITEM_SORTS)[number]

/** Later than any figure: a question with too few answers comes last. */
const LAST = 9

/** First the question with most against it, then the one recalled least beside its prediction. */
export const suspectsFirst = (a: ItemRow, b: ItemRow): number =>
  b.findings.length - a.findings.length ||
  b.flags - a.flags ||
  (a.surprise?.high ?? LAST) - (b.surprise?.high ?? LAST)

export const ITEM_ORDERS: Readonly<Record<ItemSort, (a: ItemRow, b: ItemRow) => number>> = {
  suspect: suspectsFirst,
  surprise: (a, b) => (a.surprise?.mean ?? LAST) - (b.surprise?.mean ?? LAST),
  'first-try': (a, b) => (a.firstTry ?? LAST) - (b.firstTry ?? LAST),
  discrimination: (a, b) => (a.discrimination?.mean ?? LAST) - (b.discrimination?.mean ?? LAST),
  course: () => 0,
}
