import 'server-only'
import {
  type ItemAnalysisQuery,
  type ItemAnalysisView,
  itemAnalysisView,
} from '../../cohort/view/item-analysis-view'
import { groundOf } from '../ground-of'
import type { CohortScope } from '../scope'
import { cohortScene } from './cohort-scene'
import { itemFigures } from './item-figures'

/** Throws course_not_published. */
export async function loadItemAnalysis(
  scope: CohortScope,
  { now, ...query }: ItemAnalysisQuery & { readonly now: number },
): Promise<ItemAnalysisView> {
  const ground = await groundOf(scope)
  const scene = await cohortScene({ ...scope, ground }, now)
  return itemAnalysisView(scene, itemFigures(scene, ground), query)
}
