import type { TopicId, UserId } from '../../kernel/ids'
import type { StudyDay } from '../../kernel/study-day'
import type { Column } from '../../table/column'
import { isSeen } from '../learner-memory'
import type { LearnerStatus } from '../learner-status'
import type { Part } from '../part'
import { readinessIn, readinessOver } from '../part-readiness'
import type { Readiness } from '../readiness'
import { type RecentWork, recentWork } from '../recent-work'
import type { RiskSnooze } from '../risk-snooze'
import type { LearnerScene } from '../scene'
import { type TargetMark, targetMark } from '../topic-target'
import type { GroupGround } from './matrix-group'

export type ReadinessRow = {
  readonly userId: UserId
  readonly name: string
  readonly overall: Readiness
  /** In the order of the topics. */
  readonly topics: readonly Readiness[]
  /** Where they stand today with what is assigned of each topic; null where nothing is. */
  readonly marks: readonly (TargetMark | null)[]
  readonly recent: RecentWork
}

type RowGround = {
  readonly parts: readonly Part[]
  readonly day: StudyDay
  /** In which topic each assignment is. */
  readonly topicOf: ReadonlyMap<string, number | null>
}

export function readinessRow(
  learner: LearnerScene,
  { deadlines }: LearnerStatus,
  { parts, day, topicOf }: RowGround,
): ReadinessRow {
  const topics = parts.map((part) => ({ part, readiness: readinessIn(learner, part, day) }))
  return {
    userId: learner.user.id,
    name: learner.user.name,
    overall: readinessOver(topics),
    topics: topics.map(({ readiness }) => readiness),
    marks: marksOf(deadlines, topicOf, parts.length),
    recent: recentWork(learner.days, learner.today),
  }
}

/** Most topics have nothing assigned, so only those that have are looked at. */
function marksOf(
  deadlines: LearnerStatus['deadlines'],
  topicOf: RowGround['topicOf'],
  topics: number,
): readonly (TargetMark | null)[] {
  const marks = new Array<TargetMark | null>(topics).fill(null)
  for (const topic of new Set(deadlines.map(({ assignment }) => topicOf.get(assignment.id)))) {
    if (topic === undefined || topic === null) continue
    marks[topic] = targetMark(
      deadlines.filter(({ assignment }) => topicOf.get(assignment.id) === topic),
    )
  }
  return marks
}

export function groupGround(
  { memory, reach, today }: LearnerScene,
  { reasons }: LearnerStatus,
  snooze: RiskSnooze | undefined,
): GroupGround {
  return {
    reasons: reasons.map(({ kind }) => kind),
    snoozed: (snooze?.untilDay ?? today) > today,
    begun: memory.phase.some((_, index) => isSeen(memory, index)),
    ownReach: reach,
  }
}

/** By what the matrix is sorted: the name, all topics, the answers of the last days, and each topic. */
export const readinessColumns = (
  topics: readonly { readonly id: TopicId; readonly title: string }[],
): readonly Column<ReadinessRow>[] => [
  { id: 'name', head: 'Analyst', value: ({ name }) => name },
  { id: 'readiness', head: 'All topics', value: ({ overall }) => overall.idle },
  { id: 'recent', head: 'Last 30 days', value: ({ recent }) => recent.answers },
  ...topics.map(({ id, title }, index) => ({
    id,
    head: title,
    value: ({ topics: own }: ReadinessRow) => own[index]?.idle ?? 0,
  })),
]
