import 'server-only'
import { type Assignment, dueDayOf } from '../../cohort/assignment'
import { atPace, type DeadlineInput, type RiskReason, riskReasons } from '../../cohort/at-risk'
import { askedBy, type KeptPlan } from '../../cohort/kept-plan'
import { isSeen } from '../../cohort/learner-memory'
import type { Readiness } from '../../cohort/readiness'
import { dueQuestions, recallOfDue, type StudyPace, studyPace } from '../../cohort/study-pace'
import type { StudyDay } from '../../kernel/study-day'
import { readinessIn } from './cohort-readiness'
import { type AnalystScene, type CohortScene, questionsOfTarget } from './cohort-scene'

/** How one analyst stands in one assignment. */
export type Deadline = {
  readonly assignment: Assignment
  readonly title: string
  readonly dueDay: StudyDay
  readonly daysLeft: number
  readonly extended: boolean
  /** Today, and on the day it is due (today when that is past). */
  readonly today: number
  readonly onDay: Readiness
  readonly atPace: number
}

export type Standing = {
  readonly due: number
  readonly pace: StudyPace
  readonly deadlines: readonly Deadline[]
  readonly reasons: readonly RiskReason[]
}

// Made anew with the plan; the assignments and the days are the rest of what it hangs on.
const made = new WeakMap<KeptPlan, { readonly of: string; readonly standing: Standing }>()

/** What is due, how they work and what there is to say about it; the deadlines by day. */
export function standingOf(scene: CohortScene, analyst: AnalystScene): Standing {
  const { user, plan, joinedDay } = analyst
  const asked = scene.assignments.map(({ id, due, target, targetReadiness, extensions }) => [
    ...[id, due, target, targetReadiness, extensions.get(user.id)],
  ])
  const of = JSON.stringify([scene.course.version, joinedDay, asked])
  const known = made.get(plan)
  if (known?.of === of) return known.standing
  const standing = reckonStanding(scene, analyst)
  made.set(plan, { of, standing })
  return standing
}

function reckonStanding(scene: CohortScene, analyst: AnalystScene): Standing {
  const { memory, plan, days, today, joinedDay } = analyst
  const due = dueQuestions(memory, today)
  const pace = studyPace(memory, days, today)
  const deadlines = scene.assignments
    .map((assignment) => deadlineOf(scene, analyst, assignment, pace))
    .sort((a, b) => a.dueDay - b.dueDay)
  const begun = memory.phase.some((_, index) => isSeen(memory, index))
  const reasons = riskReasons({
    due: due.length,
    pace,
    dueRecall: recallOfDue(memory, due, today, plan.rule.recall),
    daysSinceJoined: today - joinedDay,
    begun,
    deadlines: deadlines.map(inputOf),
  })
  return { due: due.length, pace, deadlines, reasons }
}

function deadlineOf(
  { course }: CohortScene,
  analyst: AnalystScene,
  assignment: Assignment,
  pace: StudyPace,
): Deadline {
  const { user, joinedDay, today, plan } = analyst
  const { target, extensions } = assignment
  const dueDay = dueDayOf(assignment, user.id, joinedDay)
  const part = { key: `${target.kind} ${target.id}`, questions: questionsOfTarget(course, target) }
  const onDay = readinessIn(analyst, part, dueDay)
  const daysLeft = dueDay - today
  const title =
    target.kind === 'module'
      ? course.look.module(target.id)?.title
      : course.look.lesson(target.id)?.title
  return {
    assignment,
    title: title ?? target.id,
    dueDay,
    daysLeft,
    extended: extensions.has(user.id),
    today: readinessIn(analyst, part, today).idle,
    onDay,
    atPace: atPace(onDay, pace, askedBy(plan, dueDay), daysLeft),
  }
}

const inputOf = ({ assignment, title, daysLeft, onDay, atPace }: Deadline): DeadlineInput => ({
  ...{ title, daysLeft, target: assignment.targetReadiness, idle: onDay.idle, atPace },
})
