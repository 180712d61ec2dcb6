import 'server-only'
import type { Question } from '../course/types'
import type { User } from '../db/people/users'
import { cardsOf } from '../db/study/cards'
import { type LessonRecord, lessonRecordsOf } from '../db/study/lesson-progress'
import type { LessonId, QuestionId } from '../kernel/ids'
import { type StudyDay, studyDayOf } from '../kernel/study-day'
import { type Card, UNSEEN_CARD } from '../memory/card/card'
import type { MemoryModel } from '../memory/model/model'
import { type PublishedCourse, requireCourse } from './current-course'
import { currentModel } from './memory-models'
import type { LearnerScope } from './scope'

/** One learner at one moment: what most learning pages are computed from. */
export type LearnerState = {
  readonly user: User
  readonly now: number
  readonly today: StudyDay
  readonly model: MemoryModel
  readonly course: PublishedCourse
  readonly cards: ReadonlyMap<QuestionId, Card>
  readonly lessons: ReadonlyMap<LessonId, LessonRecord>
}

/** Throws course_not_published. */
export async function learnerState({ user }: LearnerScope, now: number): Promise<LearnerState> {
  const [course, cards, lessons, model] = await Promise.all([
    requireCourse(),
    cardsOf(user.id),
    lessonRecordsOf(user.id),
    currentModel(user),
  ])
  return {
    user,
    now,
    today: studyDayOf(now, user.clock),
    model,
    course,
    cards: new Map(cards.map(({ questionId, card }) => [questionId, card])),
    lessons: new Map(lessons.map((record) => [record.lessonId, record])),
  }
}

export const cardOf = (learner: LearnerState, question: Question): Card =>
  learner.cards.get(question.id) ?? UNSEEN_CARD

/** Finishing its lesson unlocks a question. */
export const isUnlocked = (learner: LearnerState, question: Question): boolean =>
  (learner.lessons.get(question.lesson)?.completedAt ?? null) !== null
