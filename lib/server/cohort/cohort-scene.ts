import 'server-only'
import { type Assignment, dueDayOf } from '../../cohort/assignment'
import { type KeptPlan, keptPlan, memoryRule } from '../../cohort/kept-plan'
import type { LearnerMemory } from '../../cohort/learner-memory'
import type { DaysDone } from '../../cohort/study-pace'
import { assignmentsOf } from '../../db/cohort/assignments'
import { type Cohort, type CohortMember, cohortMembers } from '../../db/cohort/cohorts'
import type { User } from '../../db/people/users'
import type { CohortId, UserId } from '../../kernel/ids'
import { type StudyDay, studyDayOf } from '../../kernel/study-day'
import type { MemoryModel } from '../../memory/model/model'
import { actor, assertInstructor, cohortOf } from '../access'
import { type PublishedCourse, requireCourse } from '../current-course'
import { presentModels } from '../memory-models'
import { cohortMemory, placesOf } from './cohort-memory'

/** One analyst of a cohort at one moment, in their own zone. */
export type AnalystScene = {
  readonly user: User
  readonly joinedDay: StudyDay
  readonly today: StudyDay
  readonly memory: LearnerMemory
  readonly days: DaysDone
  readonly plan: KeptPlan
}

/** What the instructors' pages of one cohort are computed from. */
export type CohortScene = {
  readonly cohort: Cohort
  readonly course: PublishedCourse
  readonly assignments: readonly Assignment[]
  /** By name. */
  readonly analysts: readonly AnalystScene[]
  readonly instructors: readonly CohortMember[]
}

type SceneInput = { readonly actorId: UserId; readonly cohortId: CohortId; readonly now: number }

/** Throws not_allowed, not_found for a cohort that is not the actor's, course_not_published. */
export async function cohortScene(input: SceneInput): Promise<CohortScene> {
  const user = await actor(input.actorId)
  assertInstructor(user)
  return sceneOf(await cohortOf(user, input.cohortId), input.now)
}

/** The same for who has proved that the actor may see the cohort. */
export async function sceneOf(cohort: Cohort, now: number): Promise<CohortScene> {
  const [course, members, assignments] = await Promise.all([
    requireCourse(),
    cohortMembers(cohort.id),
    assignmentsOf(cohort.id),
  ])
  const learners = members.filter(({ roleInCohort }) => roleInCohort === 'learner')
  const ids = learners.map(({ id }) => id)
  const [held, models] = await Promise.all([
    cohortMemory(course, ids, now),
    presentModels(learners),
  ])
  const todays = todayIn(now)
  const analysts = learners.flatMap((learner) => {
    const { id, clock, settings } = learner
    const known = held.get(id)
    const model = models.get(id)
    if (known === undefined || model === undefined) return []
    const today = todays(learner)
    const joinedDay = studyDayOf(learner.joinedAt, clock)
    const order = planOrder(course, assignments, id, joinedDay)
    const introduced = known.days.get(today)?.introduced ?? 0
    const plan = planFor(known.memory, { today, settings, introduced, order, model })
    return [{ user: learner, joinedDay, today, ...known, plan }]
  })
  const instructors = members.filter(({ roleInCohort }) => roleInCohort === 'instructor')
  return { cohort, course, assignments, analysts, instructors }
}

/** Today by zone and rollover hour: half a thousand people live in a handful of them. */
function todayIn(now: number): (user: User) => StudyDay {
  const known = new Map<string, StudyDay>()
  return ({ clock }) => {
    const key = `${clock.zone} ${clock.rolloverHour}`
    const today = known.get(key) ?? studyDayOf(now, clock)
    known.set(key, today)
    return today
  }
}

const orders = new WeakMap<PublishedCourse, Map<string, readonly number[]>>()

/** Questions in the order in which they are begun: what is assigned by its due day, then the course's. */
function planOrder(
  course: PublishedCourse,
  assignments: readonly Assignment[],
  userId: UserId,
  joinedDay: StudyDay,
): readonly number[] {
  const assigned = assignments
    .toSorted((a, b) => dueDayOf(a, userId, joinedDay) - dueDayOf(b, userId, joinedDay))
    .map(({ target }) => target)
  const key = assigned.map(({ kind, id }) => `${kind} ${id}`).join()
  const known = orders.get(course) ?? new Map<string, readonly number[]>()
  orders.set(course, known)
  const made = known.get(key)
  if (made) return made
  const all = course.catalogue.questions.map((_, index) => index)
  const order = [
    ...new Set([...assigned.flatMap((target) => questionsOfTarget(course, target)), ...all]),
  ]
  known.set(key, order)
  return order
}

/** Indices of the questions of a module or lesson. */
export function questionsOfTarget(
  course: PublishedCourse,
  target: Assignment['target'],
): readonly number[] {
  const questions =
    target.kind === 'module'
      ? course.look.questionsOfModule(target.id)
      : course.look.questionsOfLesson(target.id)
  const places = placesOf(course)
  return questions.flatMap(({ id }) => places.get(id) ?? [])
}

type PlanInput = {
  readonly today: StudyDay
  readonly settings: User['settings']
  readonly introduced: number
  readonly order: readonly number[]
  readonly model: MemoryModel
}

const plans = new WeakMap<LearnerMemory, { readonly input: PlanInput; readonly plan: KeptPlan }>()

function planFor(memory: LearnerMemory, input: PlanInput): KeptPlan {
  const { today, settings, introduced, order, model } = input
  const known = plans.get(memory)
  const before = known?.input
  if (
    known &&
    before?.today === today &&
    before.order === order &&
    before.introduced === introduced &&
    before.model.version === model.version &&
    before.settings.newPerDay === settings.newPerDay &&
    before.settings.reviewsPerDay === settings.reviewsPerDay
  ) {
    return known.plan
  }
  const { newPerDay, reviewsPerDay } = settings
  const ground = { today, newPerDay, reviewsPerDay, introducedToday: introduced, order }
  const plan = keptPlan(memory, ground, memoryRule(model))
  plans.set(memory, { input, plan })
  return plan
}
