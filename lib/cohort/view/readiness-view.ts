import type { Reach } from '../../course/reach'
import { AppError } from '../../kernel/app-error'
import type { TopicId, UserId } from '../../kernel/ids'
import { addDays, isIsoDate, isoDate, type StudyDay, studyDayNamed } from '../../kernel/study-day'
import { orderNamed } from '../../table/order-text'
import { type Shown, shownRows } from '../../table/shown-rows'
import { statusOf } from '../learner-status'
import { partsByTopic } from '../part'
import { meanReadiness } from '../part-readiness'
import { reachOfCohort } from '../reach-of-cohort'
import { FARTHEST_DAYS, type Readiness } from '../readiness'
import type { RiskSnooze } from '../risk-snooze'
import type { CohortScene } from '../scene'
import { topicPlaceOf } from '../topic-target'
import { type AnalystPanel, analystPanel } from './analyst-panel'
import { type AtRisk, atRiskOf } from './at-risk-rows'
import { type GroupGround, isIn, type MatrixGroup } from './matrix-group'
import { groupGround, type ReadinessRow, readinessColumns, readinessRow } from './readiness-row'

export type ReadinessView = Shown<ReadinessRow> &
  AtRisk & {
    readonly cohortName: string
    readonly learners: number
    /** The day shown and the earliest that can be chosen, `YYYY-MM-DD`. */
    readonly on: string
    readonly today: string
    readonly daysAhead: number
    /** How much of the course is counted. */
    readonly reach: Reach
    /** Where another day is shown than was asked for: that day, and why it cannot be shown. */
    readonly instead: { readonly of: string; readonly why: 'past' | 'too far' } | null
    readonly topics: readonly {
      readonly id: TopicId
      readonly title: string
      readonly questions: number
      /** The targets of what is assigned of it, 0 to 1. */
      readonly targets: readonly number[]
    }[]
    /** How many analysts belong to each group, whatever is shown. */
    readonly groups: Readonly<Record<MatrixGroup, number>>
    /** The analysts that were chosen, on whatever page they are. */
    readonly chosen: readonly { readonly userId: UserId; readonly name: string }[]
    /** The analyst who is looked at beside the matrix. */
    readonly panel: AnalystPanel | null
    readonly cohort: { readonly overall: Readiness; readonly topics: readonly Readiness[] }
  }

export type ReadinessQuery = {
  /** `YYYY-MM-DD` from today to a year ahead, or null for today. Beyond that, the nearest is shown. */
  readonly on: string | null
  /** Null for what the assignments of the cohort ask for. */
  readonly reach: Reach | null
  /**
   * `name`, `readiness`, `recent` or the id of a topic, with a hyphen before it for the largest first.
   * Anything else counts as `name`.
   */
  readonly sort: string | null
  /** Of the name. */
  readonly words?: string
  readonly group?: MatrixGroup | null
  /** The analysts that were chosen, or all that were found. */
  readonly chosen?: readonly string[] | 'found'
  /** The analyst to be shown beside the matrix. */
  readonly who?: string | null
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
  query: ReadinessQuery & {
    readonly today: StudyDay
    readonly snoozes: ReadonlyMap<UserId, RiskSnooze>
  },
): ReadinessView {
  const { today, on } = query
  const { cohort, course, learners } = scene
  const day = dayOf(on, today)
  const reach = query.reach ?? reachOfCohort(scene)
  const parts = partsByTopic(course, reach)
  const places = scene.assignments.map((assignment) => ({
    assignment,
    topic: topicPlaceOf(course, assignment),
  }))
  const topicOf = new Map(places.map(({ assignment, topic }) => [assignment.id, topic]))
  const ground = new Map<UserId, GroupGround>()
  const rows = learners.map((learner) => {
    const { id } = learner.user
    const status = statusOf(scene, learner)
    ground.set(id, groupGround(learner, status, query.snoozes.get(id)))
    return readinessRow(learner, status, { parts, day, topicOf })
  })
  const isWanted = (row: ReadinessRow, group: MatrixGroup) => {
    const own = ground.get(row.userId)
    return own !== undefined && isIn(group, own)
  }
  const { group = null, words = '', page } = query
  const columns = readinessColumns(course.catalogue.course.topics)
  const order = orderNamed(query.sort, columns) ?? { column: 'name', falling: false }
  const within = group === null ? rows : rows.filter((row) => isWanted(row, group))
  const shown = shownRows(within, columns, { order, words, page })
  return {
    cohortName: cohort.name,
    learners: learners.length,
    on: isoDate(day),
    today: isoDate(today),
    daysAhead: day - today,
    reach,
    instead: insteadOf(on, day),
    topics: course.catalogue.course.topics.map(({ id, title }, index) => ({
      id,
      title,
      questions: parts[index]?.questions.length ?? 0,
      targets: places
        .filter(({ topic }) => topic === index)
        .map(({ assignment }) => assignment.targetReadiness),
    })),
    groups: countsOf((each) => rows.filter((row) => isWanted(row, each)).length),
    chosen: chosenOf(
      rows,
      query,
      () => shownRows(within, columns, { order, words, page: null }).rows,
    ),
    panel: analystPanel(scene, query.who ?? null, {
      snoozes: query.snoozes,
      row: rows.find(({ userId }) => userId === query.who),
    }),
    cohort: {
      overall: meanReadiness(rows.map(({ overall }) => overall)),
      topics: parts.map((_, index) =>
        meanReadiness(rows.flatMap(({ topics }) => topics[index] ?? [])),
      ),
    },
    ...shown,
    ...atRiskOf(scene, query.snoozes),
  }
}

function dayOf(on: string | null, today: StudyDay): StudyDay {
  if (on === null) return today
  if (!isIsoDate(on)) {
    throw new AppError('invalid_input', 'This date does not exist. Choose one from the calendar.')
  }
  return addDays(today, Math.min(Math.max(0, studyDayNamed(on) - today), FARTHEST_DAYS))
}

function insteadOf(on: string | null, shown: StudyDay): ReadinessView['instead'] {
  if (on === null || studyDayNamed(on) === shown) return null
  return { of: on, why: studyDayNamed(on) < shown ? 'past' : 'too far' }
}

const countsOf = (
  count: (group: MatrixGroup) => number,
): Readonly<Record<MatrixGroup, number>> => ({
  'at-risk': count('at-risk'),
  behind: count('behind'),
  'not-begun': count('not-begun'),
  snoozed: count('snoozed'),
  'own-core': count('own-core'),
  'own-full': count('own-full'),
  'own-all': count('own-all'),
})

function chosenOf(
  rows: readonly ReadinessRow[],
  { chosen = [] }: ReadinessQuery,
  found: () => readonly ReadinessRow[],
): ReadinessView['chosen'] {
  const wanted = chosen === 'found' ? found() : rows.filter(({ userId }) => chosen.includes(userId))
  return wanted.map(({ userId, name }) => ({ userId, name }))
}
