import 'server-only'
import {
  type ItemAnalysisQuery,
  type ItemAnalysisView,
  itemAnalysisView,
} from '../../cohort/view/item-analysis-view'
import type { CohortScope } from '../scope'
import { cohortScene } from './cohort-scene'
import { itemFigures } from './item-figures'

/** Throws course_not_published. */
export async function loadItemAnalysis(
  scope: CohortScope,
  { now, ...query }: ItemAnalysisQuery & { readonly now: number },
): Promise<ItemAnalysisView> {
  const scene = await cohortScene(scope, now)
  return itemAnalysisView(scene, await itemFigures(scene), query)
}
