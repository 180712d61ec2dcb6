import 'server-only'
import { answeredLogOfCard } from '../../db/study/review-log'
import { AppError } from '../../kernel/app-error'
import type { QuestionId } from '../../kernel/ids'
import type { StudyDay } from '../../kernel/study-day'
import { type CardHistory, cardHistory } from '../../review/view/card-history'
import { requireCourse } from '../current-course'
import { modelsOf, presentModel } from '../learner-models'
import type { LearnerScope } from '../scope'

/** One's own card only. Throws not_found for a question the course does not have. `until`: last day of the curve. */
export async function loadCardHistory(
  { user, newest }: LearnerScope,
  { questionId, until }: { questionId: QuestionId; until: StudyDay },
): Promise<CardHistory> {
  const { look } = await requireCourse({ newest })
  if (!look.question(questionId)) {
    throw new AppError('not_found', 'The course has no such question. It may have been retired.')
  }
  const [log, models] = await Promise.all([answeredLogOfCard(user.id, questionId), modelsOf(user)])
  return cardHistory(log, { models, model: presentModel(user, models), until })
}
