import 'server-only'
import {
  type FirstTries,
  firstTries,
  type ItemStatistics,
  itemStatistics,
} from '../../cohort/item-analysis'
import { LEECH_LAPSES } from '../../cohort/item-findings'
import type { LearnerMemory } from '../../cohort/learner-memory'
import type { CohortScene, SceneCourse } from '../../cohort/scene'
import type { ItemFigures } from '../../cohort/view/item-rows'
import { openFlagCounts } from '../../db/cohort/item-answers'
import type { CohortId } from '../../kernel/ids'

/** The statistics of each question over all learners of a cohort, and its open flags. */
export async function itemFigures(scene: CohortScene): Promise<ItemFigures> {
  const openFlags = await openFlagCounts(scene.learners.map(({ user }) => user.id))
  return { statisticsOf: statisticsIn(scene), openFlags }
}

type Computed = {
  readonly memories: readonly LearnerMemory[]
  readonly scores: readonly FirstTries[]
  readonly items: Map<number, ItemStatistics>
}

const computed = new WeakMap<SceneCourse, Map<CohortId, Computed>>()

/** Figures are kept as long as the cards are the same. */
function statisticsIn({ course, cohort, learners }: CohortScene): ItemFigures['statisticsOf'] {
  const memories = learners.map(({ memory }) => memory)
  const cohorts = computed.get(course) ?? new Map<CohortId, Computed>()
  computed.set(course, cohorts)
  const known = cohorts.get(cohort.id)
  const same =
    known?.memories.length === memories.length &&
    known.memories.every((memory, index) => memory === memories[index])
  const { scores, items } = same ? known : { scores: memories.map(firstTries), items: new Map() }
  if (!same) cohorts.set(cohort.id, { memories, scores, items })
  return (place) => {
    const made = items.get(place) ?? itemStatistics(memories, place, scores, LEECH_LAPSES)
    items.set(place, made)
    return made
  }
}
