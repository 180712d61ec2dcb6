import 'server-only'
import { forgettingOf, forgettingPrior, recallEvidence } from '../../cohort/forgetting'
import { assignedParts } from '../../cohort/plan-order'
import type { CohortScene, LearnerScene, SceneCourse } from '../../cohort/scene'
import type { PersonCards } from '../../db/cohort/cohort-cards'
import type { CohortGround, GroundMember } from '../../db/cohort/cohort-ground-row'
import type { User } from '../../db/people/users'
import type { UserId } from '../../kernel/ids'
import { type StudyDay, studyDayOf } from '../../kernel/study-day'
import { shippedModel } from '../../memory/model/shipped-models'
import { requireCourse } from '../current-course'
import { groundOf, learnersIn } from '../ground-of'
import { presentModel } from '../learner-models'
import type { CohortScope } from '../scope'
import { fitsInMemory, heldMemories } from './held-memories'
import { heldOrder, heldPlan } from './held-plans'

/**
 * A learner whose account is disabled counts in no figure, because nobody can review there. `only`
 * is one learner who is looked at alone, even then. Throws course_not_published.
 */
export async function cohortScene(
  scope: CohortScope,
  now: number,
  only: UserId | null = null,
): Promise<CohortScene> {
  const [course, ground] = await Promise.all([requireCourse(scope), groundOf(scope)])
  const counted = countedIn(ground)
  const people = only === null ? counted : learnersIn(ground).filter(isOne(only))
  // What is expected of one depends a little on the cohort, and each page must say the same of them.
  const read = fitsInMemory(course, counted.length) ? union(people, counted) : people
  return sceneOf(course, ground, people, await heldMemories(course, read, now), now)
}

const union = (people: readonly GroundMember[], others: readonly GroundMember[]) => [
  ...new Set([...people, ...others]),
]

const isOne = (only: UserId) => (member: GroundMember) => member.id === only

export const countedIn = (ground: CohortGround): CohortGround['members'] =>
  learnersIn(ground).filter(({ disabled }) => !disabled)

/** The same from what was read already, with these learners of the cohort. */
export function sceneOf(
  course: SceneCourse,
  ground: CohortGround,
  people: readonly GroundMember[],
  held: ReadonlyMap<UserId, PersonCards>,
  now: number,
): CohortScene {
  const { cohort, assignments, members } = ground
  const todays = todayIn(now)
  const prior = forgettingPrior(
    countedIn(ground).flatMap(({ id }) => {
      const person = held.get(id)
      return person ? [recallEvidence(person.memory)] : []
    }),
  )
  const learners = people.flatMap((user): LearnerScene[] => {
    const { id, clock, settings } = user
    const known = held.get(id)
    if (known === undefined) return []
    const { memory, days } = known
    const model = presentModel(user, (version) => shippedModel(version) ?? ownModel(ground, id))
    const today = todays(user)
    const joinedDay = studyDayOf(user.joinedAt, clock)
    const assigned = assignedParts(assignments, settings.reach, { userId: id, joinedDay, today })
    const order = heldOrder(course, settings.reach, assigned)
    const introduced = days.get(today)?.introduced ?? 0
    const forgetting = forgettingOf(recallEvidence(memory), prior)
    const plan = heldPlan(memory, { today, settings, introduced, order, model, forgetting })
    const { reach, newPerDay, reviewsPerDay } = settings
    const limits = { newPerDay, reviewsPerDay, introducedToday: introduced }
    return [{ user, joinedDay, today, memory, days, reach, limits, plan }]
  })
  const instructors = members.filter(({ roleInCohort }) => roleInCohort === 'instructor')
  return { cohort, course, assignments, learners, instructors }
}

const ownModel = ({ models }: CohortGround, id: UserId) => models.get(id) ?? null

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
