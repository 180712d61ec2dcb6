import 'server-only'
import { cohortGrounds } from '../../db/cohort/cohort-ground'
import type { CohortGround } from '../../db/cohort/cohort-ground-row'
import type { UserId } from '../../kernel/ids'
import { utcDayOf } from '../../kernel/study-day'
import { currentCourse } from '../current-course'
import type { WholeScope } from '../whole-scope'
import { countedIn } from './cohort-scene'
import { fitsInMemory, warmMemories } from './held-memories'
import { learningAlike } from './load-cohorts'

/**
 * Reads after a start the cards that the first look at a cohort would wait for: those of as many open cohorts
 * as the process may keep, by name. It reckons nothing, because requests would wait for that.
 */
export async function warmCohorts(_: WholeScope, now: number): Promise<void> {
  const whole = await currentCourse()
  if (whole === null) return
  const kept: CohortGround[] = []
  let people: ReadonlySet<UserId> = new Set()
  for (const ground of await cohortGrounds(null, utcDayOf(now))) {
    const learners = countedIn(ground).map(({ id }) => id)
    const all = new Set([...people, ...learners])
    if (learners.length === 0 || !fitsInMemory(whole, all.size)) continue
    people = all
    kept.push(ground)
  }
  for (const { course, alike } of learningAlike(whole, kept)) {
    await warmMemories(course, alike.flatMap(countedIn), now)
  }
}
