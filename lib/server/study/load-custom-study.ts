import 'server-only'
import { together } from '../../db/connection/read-together'
import { rollUpsIn } from '../../db/study/study-days'
import { studyDayOf } from '../../kernel/study-day'
import { customQueue, FARTHEST_AHEAD } from '../../review/custom-study'
import { dailyQueue, questionsIn } from '../../review/daily-queue'
import { filteredQuestions, type QuestionFilter, readFilter } from '../../review/question-filter'
import type { Counts } from '../../review/queue'
import { learnerStateAnd } from '../learner-state'
import type { LearnerScope } from '../scope'
import { marksIn } from './marks-in'

/** Filters that somebody wants who has time left. */
const FILTERS = [
  { name: 'forgotten', values: { last: 'forgotten' } },
  { name: 'difficult', values: { mark: 'difficult' } },
  { name: 'flagged', values: { mark: 'flagged' } },
] as const
const AHEAD_DAYS = [1, 2, 3, 7, 14, FARTHEST_AHEAD] as const

export type CustomStudyView = {
  /** What a session of today has as it is. */
  readonly today: Counts
  /** What would come today without any limit. */
  readonly most: Counts
  /** How many reviews a session would have that takes what falls due in so many days. */
  readonly ahead: readonly { readonly days: number; readonly reviews: number }[]
  readonly filters: readonly {
    readonly name: (typeof FILTERS)[number]['name']
    readonly filter: QuestionFilter
    readonly questions: number
  }[]
}

/** Throws course_not_published. */
export async function loadCustomStudy(
  scope: LearnerScope,
  { now }: { now: number },
): Promise<CustomStudyView> {
  const { id, clock } = scope.user
  const today = studyDayOf(now, clock)
  const marks = await marksIn(scope, filterOf({ last: 'forgotten' }))
  const also = together({ done: rollUpsIn(id, today, today), marks })
  const { learner, also: read } = await learnerStateAnd(scope, now, also)
  const [done] = read.done
  const all = questionsIn(learner, null)
  const more = { day: today, new: all.length, reviews: all.length }
  const unlimited = { ...learner, settings: { ...learner.settings, more } }
  return {
    today: dailyQueue(learner, all, done).counts,
    most: dailyQueue(unlimited, all, done).counts,
    ahead: AHEAD_DAYS.map((days) => ({
      days,
      reviews: customQueue(learner, all, days).counts.review,
    })),
    filters: FILTERS.map(({ name, values }) => {
      const filter = filterOf(values)
      return {
        name,
        filter,
        questions: filteredQuestions(learner, read.marks, filter).length,
      }
    }),
  }
}

const filterOf = (values: Readonly<Record<string, string>>): QuestionFilter =>
  readFilter((name) => values[name] ?? null)
