import { asStudyDay } from '../kernel/study-day'
import { habitsAtPace } from '../memory/forecast/habits'
import { workloads } from '../memory/forecast/workload'
import { median } from '../statistics/average'
import { type Assignment, dueDayOf } from './assignment'
import { type KeptPlan, keptPlan } from './kept-plan'
import { isSeen, NEVER } from './learner-memory'
import { partOfTarget } from './part'
import { assignedParts, planOrder } from './plan-order'
import { readiness } from './readiness'
import type { CohortScene, LearnerScene } from './scene'

/** What an assignment would ask of a cohort, before or after it is made. */
export type ThroughBy = {
  readonly learners: number
  /** Those who can have begun all its questions and reach its target by their due day. */
  readonly through: number
  readonly questions: number
  /** The median of the learners' own limits. */
  readonly newPerDay: number
  /** The median of what answers and the reading of its lessons take until then. */
  readonly minutesPerDay: number
}

/** Simulating each of a large cohort would take seconds; so many stand for the rest. */
const TIMED = 40
/** What an unknown person takes for an answer (ms), and for a review that recalls nine of ten (s). */
const PACE_MS = 10_000
const REVIEW_SECONDS = 10

/**
 * Who can be through if every review is done on its day, new questions begin up to each learner's
 * own limit, the earliest assignment first, and the lessons are read in time.
 */
export function throughBy(scene: CohortScene, assignment: Assignment): ThroughBy {
  const { course, learners } = scene
  const part = partOfTarget(course, assignment)
  const others = scene.assignments.filter(({ id }) => id !== assignment.id)
  const reading = readingMinutes(scene, assignment)
  const all = learners.map((learner) => {
    const { user, joinedDay, today, memory } = learner
    const dueDay = dueDayOf(assignment, user.id, joinedDay)
    const assigned = assignedParts([...others, assignment], learner.reach, {
      userId: user.id,
      joinedDay,
      today,
    })
    const order = planOrder(course, learner.reach, assigned)
    const plan = keptPlan(memory, { ...learner.limits, today, order }, learner.plan.rule)
    const begins = (index: number) => isSeen(memory, index) || (plan.next[index] ?? NEVER) < dueDay
    const reached = readiness(
      memory,
      plan,
      part.questions,
      asStudyDay(Math.max(dueDay, plan.today)),
    )
    return {
      through: part.questions.every(begins) && reached.planned >= assignment.targetReadiness,
      newPerDay: learner.limits.newPerDay,
      minutes: () => minutesPerDay(learner, plan, dueDay, reading(learner)),
    }
  })
  const days = all.slice(0, TIMED).map(({ minutes }) => minutes())
  return {
    learners: learners.length,
    through: all.filter(({ through }) => through).length,
    questions: part.questions.length,
    newPerDay: median(all.map(({ newPerDay }) => newPerDay)) ?? 0,
    minutesPerDay: median(days) ?? 0,
  }
}

/** The lessons of which somebody has not seen a question count as unread. */
function readingMinutes({ course: { look } }: CohortScene, { target }: Assignment) {
  const lessons =
    target.kind === 'module'
      ? look.lessonsOfModule(target.id)
      : [look.lesson(target.id)].filter((lesson) => lesson !== undefined)
  const places = lessons.map(({ id, minutes }) => ({
    minutes,
    questions: look.questionsOfLesson(id).map((question) => look.questionOrder(question.id)),
  }))
  return ({ memory }: LearnerScene): number =>
    places
      .filter(({ questions }) => !questions.some((index) => isSeen(memory, index)))
      .reduce((sum, { minutes }) => sum + minutes, 0)
}

function minutesPerDay(
  { memory, today, limits, user }: LearnerScene,
  { next, rule: { model } }: KeptPlan,
  dueDay: number,
  reading: number,
): number {
  const days = dueDay - today
  if (days <= 0) return 0
  let unseen = 0
  let reviews = 0
  for (let index = 0; index < next.length; index += 1) {
    if ((next[index] ?? NEVER) >= dueDay) continue
    if (isSeen(memory, index)) reviews += 1
    else unseen += 1
  }
  const { newPerDay } = limits
  const habits = habitsAtPace(PACE_MS)
  const input = { seen: [], unseen, newPerDay, model, habits, today, days, seed: user.id }
  const [fresh] = unseen === 0 ? [] : workloads(input, [model.desiredRetention])
  return (fresh?.minutesPerDay ?? 0) + ((reviews * REVIEW_SECONDS) / 60 + reading) / days
}
