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
import type { CohortGround } from '../../db/cohort/cohort-ground-row'
import type { CohortId } from '../../kernel/ids'

/** The statistics of each question over all learners of a cohort, and its open flags. */
export const itemFigures = (scene: CohortScene, { openFlags }: CohortGround): ItemFigures => ({
  statisticsOf: statisticsIn(scene),
  openFlags,
})

type Computed = {
  /** Not held by these figures: how much of them is kept is decided where they are read. */
  readonly memories: readonly WeakRef<LearnerMemory>[]
  readonly scores: readonly FirstTries[]
  readonly items: Map<number, ItemStatistics>
}

const computed = new WeakMap<SceneCourse, Map<CohortId, Computed>>()
/** Cohorts, with about 300 KB each for a course of 900 questions. */
const MOST_KEPT = 20

/** Figures are kept as long as the cards are the same. */
function statisticsIn({ course, cohort, learners }: CohortScene): ItemFigures['statisticsOf'] {
  const memories = learners.map(({ memory }) => memory)
  const cohorts = computed.get(course) ?? new Map<CohortId, Computed>()
  computed.set(course, cohorts)
  const known = cohorts.get(cohort.id)
  const same =
    known?.memories.length === memories.length &&
    known.memories.every((memory, index) => memory.deref() === memories[index])
  const { scores, items } = same ? known : { scores: memories.map(firstTries), items: new Map() }
  cohorts.delete(cohort.id)
  cohorts.set(cohort.id, { memories: same ? known.memories : memories.map(weakly), scores, items })
  for (const id of cohorts.keys()) if (cohorts.size > MOST_KEPT) cohorts.delete(id)
  return (place) => {
    const made = items.get(place) ?? itemStatistics(memories, place, scores, LEECH_LAPSES)
    items.set(place, made)
    return made
  }
}

const weakly = (memory: LearnerMemory) => new WeakRef(memory)
