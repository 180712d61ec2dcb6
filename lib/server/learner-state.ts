import 'server-only'
import type { User } from '../db/people/users'
import { cardsOf } from '../db/study/cards'
import { lessonRecordsOf } from '../db/study/lesson-progress'
import { studyDayOf } from '../kernel/study-day'
import type { StudyState } from '../review/study-state'
import { requireCourse } from './current-course'
import { currentModel } from './learner-models'
import type { LearnerScope } from './scope'

/** The same with the account that it belongs to. */
export type LearnerState = StudyState & { readonly user: User }

/** Throws course_not_published. */
export async function learnerState(
  { user, newest }: LearnerScope,
  now: number,
): Promise<LearnerState> {
  const [{ look }, cards, lessons, model] = await Promise.all([
    requireCourse({ newest }),
    cardsOf(user.id),
    lessonRecordsOf(user.id),
    currentModel(user),
  ])
  return {
    user,
    now,
    today: studyDayOf(now, user.clock),
    clock: user.clock,
    settings: user.settings,
    model,
    look,
    cards: new Map(cards.map(({ questionId, card }) => [questionId, card])),
    lessons: new Map(lessons.map((record) => [record.lessonId, record])),
  }
}
