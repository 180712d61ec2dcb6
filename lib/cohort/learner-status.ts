import type { StudyDay } from '../kernel/study-day'
import { type Assignment, dueDayOf } from './assignment'
import { atPace, type DeadlineInput, type RiskReason, riskReasons } from './at-risk'
import { askedBy, type KeptPlan } from './kept-plan'
import { isSeen } from './learner-memory'
import { partOfTarget, titleOfTarget } from './part'
import { readinessIn } from './part-readiness'
import type { Readiness } from './readiness'
import type { CohortScene, LearnerScene } from './scene'
import { dueQuestions, recallOfDue, type StudyPace, studyPace } from './study-pace'

/** The progress of one learner in one assignment. */
export type DeadlineStatus = {
  readonly assignment: Assignment
  readonly title: string
  readonly dueDay: StudyDay
  readonly daysLeft: number
  readonly extended: boolean
  /** Readiness today and on the due day. Once that is past, both are of today. */
  readonly today: number
  readonly onDay: Readiness
  readonly atPace: number
}

/** What is due for one learner, their pace, and the reasons why they need attention. */
export type LearnerStatus = {
  readonly due: number
  readonly pace: StudyPace
  /** Sorted by due day. */
  readonly deadlines: readonly DeadlineStatus[]
  readonly reasons: readonly RiskReason[]
}

// Nothing is cached for a new plan. The status also depends on the assignments and the joining day.
const computed = new WeakMap<KeptPlan, { readonly of: string; readonly status: LearnerStatus }>()

export function statusOf(scene: CohortScene, learner: LearnerScene): LearnerStatus {
  const { user, plan, joinedDay } = learner
  const asked = scene.assignments.map(({ id, due, target, reach, targetReadiness, extensions }) => [
    id,
    due,
    target,
    reach,
    targetReadiness,
    extensions.get(user.id),
  ])
  const of = JSON.stringify([scene.course.version, joinedDay, asked])
  const known = computed.get(plan)
  if (known?.of === of) return known.status
  const status = computeStatus(scene, learner)
  computed.set(plan, { of, status })
  return status
}

function computeStatus(scene: CohortScene, learner: LearnerScene): LearnerStatus {
  const { memory, plan, days, today, joinedDay } = learner
  const due = dueQuestions(memory, today)
  const pace = studyPace(memory, days, today, joinedDay)
  const deadlines = scene.assignments
    .map((assignment) => deadlineOf(scene, learner, assignment, pace))
    .sort((a, b) => a.dueDay - b.dueDay)
  const reasons = riskReasons({
    due: due.length,
    pace,
    dueRecall: recallOfDue(memory, due, today, plan.rule.recall),
    daysSinceJoined: today - joinedDay,
    started: memory.phase.some((_, index) => isSeen(memory, index)),
    deadlines: deadlines.map(inputOf),
  })
  return { due: due.length, pace, deadlines, reasons }
}

function deadlineOf(
  { course }: CohortScene,
  learner: LearnerScene,
  assignment: Assignment,
  pace: StudyPace,
): DeadlineStatus {
  const { user, joinedDay, today, plan } = learner
  const dueDay = dueDayOf(assignment, user.id, joinedDay)
  const part = partOfTarget(course, assignment)
  const onDay = readinessIn(learner, part, dueDay)
  const daysLeft = dueDay - today
  return {
    assignment,
    title: titleOfTarget(course, assignment.target),
    dueDay,
    daysLeft,
    extended: assignment.extensions.has(user.id),
    today: readinessIn(learner, part, today).idle,
    onDay,
    atPace: atPace(onDay, pace, askedBy(plan, dueDay), daysLeft),
  }
}

const inputOf = ({
  assignment,
  title,
  daysLeft,
  onDay,
  atPace,
}: DeadlineStatus): DeadlineInput => ({
  title,
  reach: assignment.reach,
  daysLeft,
  target: assignment.targetReadiness,
  idle: onDay.idle,
  atPace,
  planned: onDay.planned,
})
