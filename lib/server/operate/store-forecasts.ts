import 'server-only'
import {
  attendanceOf,
  forecastBytes,
  HORIZONS,
  judge,
  type Outcome,
  spreadOver,
  testedOn,
} from '../../cohort/forecast-record'
import type { LearnerScene, SceneCourse } from '../../cohort/scene'
import { unarchivedCohorts } from '../../db/cohort/cohorts'
import {
  insertForecasts,
  pendingForecasts,
  replaceByScore,
  type StoredForecast,
} from '../../db/cohort/forecasts'
import { findCatalogue } from '../../db/course/published-course'
import { logOfCards, questionsGradedOn } from '../../db/study/review-log'
import type { QuestionId, UserId } from '../../kernel/ids'
import { addDays, type StudyDay } from '../../kernel/study-day'
import { historyOf } from '../../memory/log/card-history'
import type { ReviewEvent } from '../../review/event'
import { cohortScene } from '../cohort/cohort-scene'
import { currentCourse, type PublishedCourse } from '../current-course'
import { modelsOf } from '../learner-models'
import { anyCohort, type WholeScope } from '../whole-scope'

export type ForecastsStored = {
  /** Learners of whom today's forecast was made now, and forecasts judged. */
  readonly made: number
  readonly judged: number
}

/**
 * Once for each study day and learner: keeps what is forecast of each question for every horizon, and
 * judges the forecasts whose day is over by what was then observed. Harmless when repeated, also by
 * several processes at once.
 */
export async function storeForecasts(whole: WholeScope, now: number): Promise<ForecastsStored> {
  let made = 0
  let judged = 0
  const done = new Set<UserId>()
  const everything = await currentCourse()
  if (everything === null) return { made, judged }
  for (const cohort of await unarchivedCohorts()) {
    const { learners, course } = await cohortScene(anyCohort(whole, cohort), now)
    for (const learner of learners) {
      if (done.has(learner.user.id)) continue
      done.add(learner.user.id)
      const stored = await storeFor(learner, course, everything)
      made += stored.made
      judged += stored.judged
    }
  }
  return { made, judged }
}

async function storeFor(
  { user, today, memory, plan, days }: LearnerScene,
  course: SceneCourse,
  everything: PublishedCourse,
): Promise<ForecastsStored> {
  const pending = await pendingForecasts(user.id)
  // A byte stands at the place of its question among all that are published.
  const spread = spreadOver(course.catalogue.questions, everything.catalogue.questions)
  const isNew = !pending.some(({ day }) => day === today)
  if (isNew) {
    const attendance = attendanceOf(days, today)
    const made = HORIZONS.map((horizonDays) => {
      const bytes = forecastBytes(memory, plan, addDays(today, horizonDays), attendance)
      const { version: courseVersion } = course
      const { idle, planned } = { idle: spread(bytes.idle), planned: spread(bytes.planned) }
      return { day: today, horizonDays, courseVersion, idle, planned }
    })
    await insertForecasts(user.id, made)
  }
  const over = pending.filter(({ day, horizonDays }) => day + horizonDays < today)
  for (const forecast of over) await judgeOne(user, forecast)
  return { made: isNew ? 1 : 0, judged: over.length }
}

async function judgeOne(user: LearnerScene['user'], forecast: StoredForecast): Promise<void> {
  const places = await placesIn(forecast.courseVersion)
  const outcomes = await outcomesOn(user, addDays(forecast.day, forecast.horizonDays), places)
  await replaceByScore(user.id, forecast, judge(forecast, forecast.day, outcomes))
}

/** Every review of that study day that tested a question. */
async function outcomesOn(
  user: LearnerScene['user'],
  day: StudyDay,
  places: ReadonlyMap<QuestionId, number>,
): Promise<readonly Outcome[]> {
  const asked = await questionsGradedOn(user.id, day)
  if (asked.length === 0) return []
  const [log, models] = await Promise.all([logOfCards(user.id, asked), modelsOf(user)])
  const byCard = new Map<QuestionId, ReviewEvent[]>()
  for (const event of log) {
    byCard.set(event.questionId, [...(byCard.get(event.questionId) ?? []), event])
  }
  return [...byCard].flatMap(([id, events]) => {
    const index = places.get(id)
    const tested = testedOn(historyOf(events, models), day)
    return index === undefined || tested === null ? [] : [{ index, ...tested }]
  })
}

const placesByVersion = new Map<number, ReadonlyMap<QuestionId, number>>()

async function placesIn(version: number): Promise<ReadonlyMap<QuestionId, number>> {
  const known = placesByVersion.get(version)
  if (known) return known
  const catalogue = await findCatalogue(version)
  const made = new Map((catalogue?.questions ?? []).map(({ id }, index) => [id, index]))
  placesByVersion.set(version, made)
  return made
}
