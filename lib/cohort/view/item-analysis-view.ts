import { orderNamed } from '../../table/order-text'
import { type Shown, shownRows } from '../../table/shown-rows'
import { FEWEST_ANSWERS } from '../item-analysis'
import type { CohortScene } from '../scene'
import { ITEM_COLUMNS } from './item-columns'
import { type ItemFigures, type ItemRow, itemRow, suspectsFirst } from './item-rows'

export type ItemAnalysisView = Shown<ItemRow> & {
  readonly cohortName: string
  readonly learners: number
  readonly questions: number
  /** The number of questions with at least one finding. */
  readonly suspects: number
  /** The number of questions with enough answers for figures. */
  readonly judged: number
  readonly modules: readonly { readonly id: string; readonly title: string }[]
}

export type ItemAnalysisQuery = {
  /** Null for all modules. */
  readonly module: string | null
  /**
   * The id of a column, with a hyphen before it for the largest first. Anything else, such as `suspect`,
   * shows the most suspicious first.
   */
  readonly sort: string | null
  /** Of the prompt, the id or the topic. */
  readonly words?: string
  /** A page from 1, or null for all rows on one page. */
  readonly page: number | null
}

export function itemAnalysisView(
  { cohort, course, learners }: CohortScene,
  figures: ItemFigures,
  { module, sort, words = '', page }: ItemAnalysisQuery,
): ItemAnalysisView {
  const { catalogue, look } = course
  const rows = catalogue.questions
    .filter(({ lesson }) => module === null || look.lesson(lesson)?.module === module)
    .map((question) => itemRow(course, figures, question))
  return {
    cohortName: cohort.name,
    learners: learners.length,
    questions: rows.length,
    suspects: rows.filter(({ findings }) => findings.length > 0).length,
    judged: rows.filter(({ seen }) => seen >= FEWEST_ANSWERS).length,
    modules: catalogue.course.modules.map(({ id, title }) => ({ id, title })),
    ...shownRows(rows.toSorted(suspectsFirst), ITEM_COLUMNS, {
      order: orderNamed(sort, ITEM_COLUMNS),
      words,
      page,
    }),
  }
}
