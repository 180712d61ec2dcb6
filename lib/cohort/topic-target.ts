import type { Assignment } from './assignment'
import { RISK_RULES } from './at-risk'
import type { DeadlineStatus } from './learner-status'
import { partOfTarget } from './part'
import type { SceneCourse } from './scene'

/**
 * The place of the topic in which most questions of an assignment are; null for one that the course no
 * longer has. Modules and topics have one order, and a module may ask a few questions of others.
 */
export function topicPlaceOf(
  course: SceneCourse,
  assignment: Pick<Assignment, 'target' | 'reach'>,
): number | null {
  const { catalogue } = course
  const counts = new Map<string, number>()
  for (const place of partOfTarget(course, assignment).questions) {
    const topic = catalogue.questions[place]?.topic ?? ''
    counts.set(topic, (counts.get(topic) ?? 0) + 1)
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a)
  const place = catalogue.course.topics.findIndex(({ id }) => id === most?.[0])
  return place === -1 ? null : place
}

/**
 * Where somebody stands with what is assigned of a topic, today: everything reached, a due date missed,
 * too slow for a due date that is to come, or on the way.
 */
export type TargetMark = 'reached' | 'missed' | 'slow' | 'on-the-way'

/** Null when nothing is assigned. The worst of several counts. */
export function targetMark(deadlines: readonly DeadlineStatus[]): TargetMark | null {
  const marks = deadlines.map(markOf)
  return (
    (['missed', 'slow', 'on-the-way', 'reached'] as const).find((mark) => marks.includes(mark)) ??
    null
  )
}

function markOf({ assignment, today, daysLeft, atPace }: DeadlineStatus): TargetMark {
  if (today >= assignment.targetReadiness) return 'reached'
  if (daysLeft < 0) return 'missed'
  return atPace < assignment.targetReadiness - RISK_RULES.slack ? 'slow' : 'on-the-way'
}
