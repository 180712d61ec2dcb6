import 'server-only'
import { type CohortScene, type LearnerScene, learnerIn } from '../../../cohort/scene'
import { asUserId } from '../../../kernel/ids'
import { cohortScene } from '../../cohort/cohort-scene'
import type { CohortScope } from '../../scope'
import type { TableInput } from './table'

type Rows<Row> = readonly Row[] | Promise<readonly Row[]>

/**
 * The rows of the requested learner, or of all learners of the cohort, each with the name. Throws
 * not_found, course_not_published.
 */
export async function eachLearner<Row>(
  scope: CohortScope,
  { now, of }: TableInput,
  rowsOf: (scene: CohortScene, learner: LearnerScene) => Rows<Row>,
): Promise<readonly (Row & { readonly name: string })[]> {
  const only = of === null ? null : asUserId(of)
  const scene = await cohortScene(scope, now, only)
  const learners = only === null ? scene.learners : [learnerIn(scene, only)]
  const rows: (Row & { readonly name: string })[] = []
  for (const learner of learners) {
    const { name } = learner.user
    for (const row of await rowsOf(scene, learner)) rows.push({ ...row, name })
  }
  return rows
}
