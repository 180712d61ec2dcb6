import 'server-only'
import {
  attendanceOf,
  forecastBytes,
  HORIZONS,
  judge,
  spreadOver,
  testedOn,
} from '../../cohort/forecast-record'
import { reachOfCohort } from '../../cohort/reach-of-cohort'
import type { CohortScene, LearnerScene } from '../../cohort/scene'
import { type Reach, reaches } from '../../course/reach'
import { unarchivedCohorts } from '../../db/cohort/cohorts'
import {
  insertForecasts,
  type JudgedForecast,
  pendingForecasts,
  replaceByScores,
  type StoredForecast,
} from '../../db/cohort/forecasts'
import { findCatalogue } from '../../db/course/published-course'
import { logOfCards, questionsGradedOn } from '../../db/study/review-log'
import { groupBy } from '../../kernel/group-by'
import type { CohortId, QuestionId, UserId } from '../../kernel/ids'
import { addDays, type StudyDay } from '../../kernel/study-day'
import { historyOf } from '../../memory/log/card-history'
import { cohortScene } from '../cohort/cohort-scene'
import { currentCourse, type PublishedCourse } from '../current-course'
import { modelsOf } from '../learner-models'
import { anyCohort, type WholeScope } from '../whole-scope'

export type ForecastsStored = {
  /** Learners of whom a forecast of today was made now, and forecasts judged. */
  readonly made: number
  readonly judged: number
}

/**
 * Once for each study day, cohort and learner: keeps what is forecast of each question that the cohort
 * asks, for every horizon. Judges the forecasts whose day is over by what was then observed. Harmless
 * when repeated, also by several processes at once.
 */
export async function storeForecasts(whole: WholeScope, now: number): Promise<ForecastsStored> {
  const made = new Set<UserId>()
  let judged = 0
  const everything = await currentCourse()
  if (everything === null) return { made: 0, judged }
  // A person is read once, in whichever of their cohorts comes first.
  const madeToday = new Map<UserId, ReadonlySet<CohortId>>()
  const placesIn = placesOfVersions()
  for (const cohort of await unarchivedCohorts()) {
    const scene = await cohortScene(anyCohort(whole, cohort), now)
    const forecastsOf = forecasting(scene, everything)
    for (const learner of scene.learners) {
      const { id } = learner.user
      if (!madeToday.has(id)) {
        const pending = await pendingForecasts(id)
        judged += await judgeThoseOver(learner, pending, placesIn)
        const today = pending.filter(({ day }) => day === learner.today)
        madeToday.set(id, new Set(today.map(({ cohortId }) => cohortId)))
      }
      if (madeToday.get(id)?.has(cohort.id)) continue
      await insertForecasts(id, forecastsOf(learner))
      made.add(id)
    }
  }
  return { made: made.size, judged }
}

/** What a cohort forecasts of a learner today: of its courses, to the depth that it asks for. */
function forecasting(
  scene: CohortScene,
  everything: PublishedCourse,
): (learner: LearnerScene) => readonly StoredForecast[] {
  const { cohort, course } = scene
  const { questions } = course.catalogue
  // A byte stands at the place of its question among all that are published.
  const spread = spreadOver(questions, everything.catalogue.questions)
  const reach = reachAsked(scene)
  const asked = questions.flatMap((question, place) => (reaches(reach, question) ? [place] : []))
  return ({ memory, plan, days, today }) => {
    const attendance = attendanceOf(days, today)
    return HORIZONS.map((horizonDays) => {
      const day = addDays(today, horizonDays)
      const { idle, planned } = forecastBytes(memory, plan, day, attendance, asked)
      return {
        ...{ cohortId: cohort.id, day: today, horizonDays },
        ...{ courseVersion: everything.version, idle: spread(idle), planned: spread(planned) },
      }
    })
  }
}

/** The most that any assignment asks for. A cohort without one asks for whatever its learners chose. */
const reachAsked = (scene: CohortScene): Reach =>
  scene.assignments.length === 0 ? 'all' : reachOfCohort(scene)

/** Returns how many they are. What was observed on a day is read once for all forecasts of it. */
async function judgeThoseOver(
  { user, today }: LearnerScene,
  pending: readonly StoredForecast[],
  placesIn: PlacesIn,
): Promise<number> {
  const over = pending.filter(({ day, horizonDays }) => day + horizonDays < today)
  if (over.length === 0) return 0
  const observed = new Map<StudyDay, readonly Observed[]>()
  const judged: JudgedForecast[] = []
  for (const forecast of over) {
    const day = addDays(forecast.day, forecast.horizonDays)
    const known = observed.get(day) ?? (await observedOn(user, day))
    observed.set(day, known)
    const places = await placesIn(forecast.courseVersion)
    const outcomes = known.flatMap(({ id, ...tested }) => {
      const index = places.get(id)
      return index === undefined ? [] : [{ index, ...tested }]
    })
    judged.push({ forecast, bins: judge(forecast, forecast.day, outcomes) })
  }
  await replaceByScores(user.id, judged)
  return judged.length
}

type Observed = NonNullable<ReturnType<typeof testedOn>> & { readonly id: QuestionId }

/** Every review of that study day that tested a question. */
async function observedOn(user: LearnerScene['user'], day: StudyDay): Promise<readonly Observed[]> {
  const asked = await questionsGradedOn(user.id, day)
  if (asked.length === 0) return []
  const [log, models] = await Promise.all([logOfCards(user.id, asked), modelsOf(user)])
  const byCard = groupBy(log, ({ questionId }) => questionId)
  return [...byCard].flatMap(([id, events]) => {
    const tested = testedOn(historyOf(events, models), day)
    return tested === null ? [] : [{ id, ...tested }]
  })
}

type PlacesIn = (version: number) => Promise<ReadonlyMap<QuestionId, number>>

/** Where questions stand in a version of the course, each of which is read once. */
function placesOfVersions(): PlacesIn {
  const read = new Map<number, ReadonlyMap<QuestionId, number>>()
  return async (version) => {
    const known = read.get(version)
    if (known) return known
    const catalogue = await findCatalogue(version)
    const places = new Map((catalogue?.questions ?? []).map(({ id }, index) => [id, index]))
    read.set(version, places)
    return places
  }
}
