import { AppError } from '../../kernel/app-error'
import type { TopicId, UserId } from '../../kernel/ids'
import { addDays, isIsoDate, isoDate, type StudyDay, studyDayNamed } from '../../kernel/study-day'
import { type Part, partsByTopic } from '../part'
import { meanReadiness, readinessIn, readinessOver } from '../part-readiness'
import { FARTHEST_DAYS, type Readiness } from '../readiness'
import type { RiskSnooze } from '../risk-snooze'
import type { CohortScene, LearnerScene } from '../scene'
import { type AtRisk, atRiskOf } from './at-risk-rows'
import { type Paged, paged } from './paging'

type ReadinessRow = {
  readonly userId: UserId
  readonly name: string
  readonly overall: Readiness
  /** In the order of the topics. */
  readonly topics: readonly Readiness[]
}

export type ReadinessView = Paged<ReadinessRow> &
  AtRisk & {
    readonly cohortName: string
    readonly learners: number
    /** The day shown and the earliest that can be chosen, `YYYY-MM-DD`. */
    readonly on: string
    readonly today: string
    readonly daysAhead: number
    readonly topics: readonly {
      readonly id: TopicId
      readonly title: string
      readonly questions: number
    }[]
    readonly cohort: { readonly overall: Readiness; readonly topics: readonly Readiness[] }
  }

export const READINESS_SORTS = ['name', 'readiness'] as const

export type ReadinessQuery = {
  /** `YYYY-MM-DD` from today to a year ahead, or null for today. */
  readonly on: string | null
  readonly sort: (typeof READINESS_SORTS)[number]
  /** A page from 1, or null for all rows on one page. */
  readonly page: number | null
}

/**
 * The readiness of each learner in each topic on a day, and who needs attention. The day is a
 * calendar date: for each learner it is their own study day of that date. Throws invalid_input for
 * a date that does not exist.
 */
export function readinessView(
  scene: CohortScene,
  {
    today,
    snoozes,
    on,
    sort,
    page,
  }: ReadinessQuery & {
    readonly today: StudyDay
    readonly snoozes: ReadonlyMap<UserId, RiskSnooze>
  },
): ReadinessView {
  const { cohort, course, learners } = scene
  const day = dayOf(on, today)
  const parts = partsByTopic(course)
  const rows = learners.map((learner) => rowOf(learner, parts, day))
  const sorted = sort === 'name' ? rows : rows.toSorted((a, b) => a.overall.idle - b.overall.idle)
  return {
    cohortName: cohort.name,
    learners: learners.length,
    on: isoDate(day),
    today: isoDate(today),
    daysAhead: day - today,
    topics: course.catalogue.course.topics.map(({ id, title }, index) => ({
      id,
      title,
      questions: parts[index]?.questions.length ?? 0,
    })),
    cohort: {
      overall: meanReadiness(rows.map(({ overall }) => overall)),
      topics: parts.map((_, index) =>
        meanReadiness(rows.flatMap(({ topics }) => topics[index] ?? [])),
      ),
    },
    ...paged(sorted, page),
    ...atRiskOf(scene, snoozes),
  }
}

function dayOf(on: string | null, today: StudyDay): StudyDay {
  if (on === null) return today
  if (!isIsoDate(on)) {
    throw new AppError('invalid_input', 'This date does not exist. Choose one from the calendar.')
  }
  return addDays(today, Math.min(Math.max(0, studyDayNamed(on) - today), FARTHEST_DAYS))
}

function rowOf(learner: LearnerScene, parts: readonly Part[], day: StudyDay): ReadinessRow {
  const topics = parts.map((part) => ({ part, readiness: readinessIn(learner, part, day) }))
  return {
    userId: learner.user.id,
    name: learner.user.name,
    overall: readinessOver(topics),
    topics: topics.map(({ readiness }) => readiness),
  }
}
