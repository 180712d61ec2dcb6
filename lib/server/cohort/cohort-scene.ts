import 'server-only'
import { assignedTargets } from '../../cohort/plan-order'
import type { CohortScene } from '../../cohort/scene'
import { assignmentsOf } from '../../db/cohort/assignments'
import { cohortMembers } from '../../db/cohort/cohorts'
import type { User } from '../../db/people/users'
import type { UserId } from '../../kernel/ids'
import { type StudyDay, studyDayOf } from '../../kernel/study-day'
import { requireCourse } from '../current-course'
import { presentModels } from '../learner-models'
import type { CohortScope } from '../scope'
import { heldMemories } from './held-memories'
import { heldOrder, heldPlan } from './held-plans'

/**
 * A learner whose account is disabled counts in no figure, because nobody can review there. `also`
 * is one who is looked at all the same. Throws course_not_published.
 */
export async function cohortScene(
  { cohort, newest }: CohortScope,
  now: number,
  also: UserId | null = null,
): Promise<CohortScene> {
  const [course, members, assignments] = await Promise.all([
    requireCourse({ newest }),
    cohortMembers(cohort.id),
    assignmentsOf(cohort.id),
  ])
  const people = members.filter(
    ({ id, roleInCohort, disabled }) => roleInCohort === 'learner' && (!disabled || id === also),
  )
  const ids = people.map(({ id }) => id)
  const [held, models] = await Promise.all([heldMemories(course, ids, now), presentModels(people)])
  const todays = todayIn(now)
  const learners = people.flatMap((user) => {
    const { id, clock, settings } = user
    const known = held.get(id)
    const model = models.get(id)
    if (known === undefined || model === undefined) return []
    const today = todays(user)
    const joinedDay = studyDayOf(user.joinedAt, clock)
    const order = heldOrder(course, assignedTargets(assignments, id, joinedDay))
    const introduced = known.days.get(today)?.introduced ?? 0
    const plan = heldPlan(known.memory, { today, settings, introduced, order, model })
    return [{ user, joinedDay, today, ...known, plan }]
  })
  const instructors = members.filter(({ roleInCohort }) => roleInCohort === 'instructor')
  return { cohort, course, assignments, learners, instructors }
}

/** Today, cached by time zone and rollover hour: 500 people live in only a few time zones. */
function todayIn(now: number): (user: User) => StudyDay {
  const known = new Map<string, StudyDay>()
  return ({ clock }) => {
    const key = `${clock.zone} ${clock.rolloverHour}`
    const today = known.get(key) ?? studyDayOf(now, clock)
    known.set(key, today)
    return today
  }
}
