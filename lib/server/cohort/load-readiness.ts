import 'server-only'
import type { RiskReason } from '../../cohort/at-risk'
import type { Readiness } from '../../cohort/readiness'
import { type RiskSnooze, snoozesOf } from '../../db/cohort/risk-snoozes'
import { AppError } from '../../kernel/app-error'
import type { CohortId, TopicId, UserId } from '../../kernel/ids'
import { addDays, isoDate, type StudyDay, studyDayOf } from '../../kernel/study-day'
import { meanReadiness, type Part, partsByTopic, readinessIn } from './cohort-readiness'
import { standingOf } from './cohort-risk'
import { type AnalystScene, type CohortScene, cohortScene } from './cohort-scene'

type ReadinessRow = {
  readonly userId: UserId
  readonly name: string
  readonly overall: Readiness
  /** In the order of the topics. */
  readonly topics: readonly Readiness[]
}

export type AtRiskRow = {
  readonly userId: UserId
  readonly name: string
  readonly reasons: readonly RiskReason[]
  readonly snooze: (RiskSnooze & { readonly byName: string; readonly until: string }) | null
}

export type ReadinessView = {
  readonly cohortName: string
  readonly analysts: number
  /** The day looked at and the first one that may be, `YYYY-MM-DD`. */
  readonly on: string
  readonly today: string
  readonly daysAhead: number
  readonly topics: readonly {
    readonly id: TopicId
    readonly title: string
    readonly questions: number
  }[]
  readonly cohort: { readonly overall: Readiness; readonly topics: readonly Readiness[] }
  readonly rows: readonly ReadinessRow[]
  readonly page: number
  readonly pages: number
  readonly atRisk: readonly AtRiskRow[]
  readonly snoozed: readonly AtRiskRow[]
}

export const READINESS_SORTS = ['name', 'readiness'] as const
type ReadinessSort = (typeof READINESS_SORTS)[number]

const PAGE = 50
/** A year: beyond it a forecast says nothing. */
const FARTHEST_DAYS = 365

export type ReadinessInput = {
  readonly actorId: UserId
  readonly cohortId: CohortId
  readonly now: number
  /** `YYYY-MM-DD`, from today to a year ahead; null: today. */
  readonly on: string | null
  readonly sort: ReadinessSort
  /** From 1; null: all on one page. */
  readonly page: number | null
}

/**
 * Readiness of each analyst in each topic on a day, and whom to talk to. The day is one of the
 * calendar: each analyst's own study day of that date. Throws not_allowed, not_found, invalid_input
 * for a day that is none, course_not_published.
 */
export async function loadReadiness(input: ReadinessInput): Promise<ReadinessView> {
  const [scene, snoozes] = await Promise.all([cohortScene(input), snoozesOf(input.cohortId)])
  const { course, analysts } = scene
  const viewer = scene.instructors.find(({ id }) => id === input.actorId)
  const today = studyDayOf(input.now, viewer?.clock ?? { zone: 'UTC', rolloverHour: 4 })
  const day = dayOf(input.on, today)
  const parts = partsByTopic(course)
  const rows = analysts.map((analyst) => rowOf(analyst, parts, day))
  const sorted =
    input.sort === 'name' ? rows : rows.toSorted((a, b) => a.overall.idle - b.overall.idle)
  const pages = Math.max(1, Math.ceil(rows.length / PAGE))
  const page = Math.min(Math.max(1, input.page ?? 1), pages)
  const flagged = flaggedIn(scene, snoozes)
  return {
    cohortName: scene.cohort.name,
    analysts: analysts.length,
    on: isoDate(day),
    today: isoDate(today),
    daysAhead: day - today,
    topics: course.catalogue.course.topics.map(({ id, title }, index) => ({
      ...{ id, title, questions: parts[index]?.questions.length ?? 0 },
    })),
    cohort: {
      overall: meanOf(rows.map(({ overall }) => overall)),
      topics: parts.map((_, index) => meanOf(rows.flatMap(({ topics }) => topics[index] ?? []))),
    },
    rows: input.page === null ? sorted : sorted.slice((page - 1) * PAGE, page * PAGE),
    page,
    pages,
    atRisk: flagged.filter(({ snooze }) => snooze === null),
    snoozed: flagged.filter(({ snooze }) => snooze !== null),
  }
}

function dayOf(on: string | null, today: StudyDay): StudyDay {
  if (on === null) return today
  const day = addDays(today, Math.round((Date.parse(on) - Date.parse(isoDate(today))) / 86_400_000))
  if (!/^\d{4}-\d{2}-\d{2}$/.test(on) || !Number.isFinite(day)) {
    throw new AppError('invalid_input', 'That is not a day. Choose one from the calendar.')
  }
  return addDays(today, Math.min(Math.max(0, day - today), FARTHEST_DAYS))
}

function rowOf(analyst: AnalystScene, parts: readonly Part[], day: StudyDay): ReadinessRow {
  const topics = parts.map((part) => ({ part, readiness: readinessIn(analyst, part, day) }))
  return {
    userId: analyst.user.id,
    name: analyst.user.name,
    overall: meanReadiness(topics),
    topics: topics.map(({ readiness }) => readiness),
  }
}

function meanOf(all: readonly Readiness[]): Readiness {
  const n = Math.max(1, all.length)
  return {
    idle: all.reduce((sum, { idle }) => sum + idle, 0) / n,
    planned: all.reduce((sum, { planned }) => sum + planned, 0) / n,
  }
}

/** Everybody there is something to say of, the most reasons first; snoozed ones among them. */
export function flaggedIn(
  scene: CohortScene,
  snoozes: ReadonlyMap<UserId, RiskSnooze>,
): readonly AtRiskRow[] {
  const names = new Map(scene.instructors.map(({ id, name }) => [id, name]))
  return scene.analysts
    .map((analyst) => {
      const { id: userId, name } = analyst.user
      const snooze = snoozes.get(userId)
      const rests = snooze !== undefined && snooze.untilDay > analyst.today
      return {
        userId,
        name,
        reasons: standingOf(scene, analyst).reasons,
        snooze: rests
          ? {
              ...snooze,
              byName: names.get(snooze.byId) ?? 'a former instructor',
              until: isoDate(snooze.untilDay),
            }
          : null,
      }
    })
    .filter(({ reasons }) => reasons.length > 0)
    .sort((a, b) => b.reasons.length - a.reasons.length || a.name.localeCompare(b.name, 'en'))
}
