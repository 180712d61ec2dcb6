import { type Reach, reachIn, widest } from '../course/reach'
import type { CohortScene } from './scene'

/** The most that any assignment of the cohort asks for; the core when it has none. */
export const reachOfCohort = ({ assignments, course }: CohortScene): Reach =>
  reachIn(
    course.look,
    widest(
      assignments.map(({ reach }) => reach),
      'core',
    ),
  )
