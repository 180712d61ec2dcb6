import 'server-only'
import { type ItemView, itemView } from '../../cohort/view/item-view'
import { answersOf } from '../../db/cohort/item-answers'
import { AppError } from '../../kernel/app-error'
import type { QuestionId } from '../../kernel/ids'
import { groundOf } from '../ground-of'
import type { CohortScope } from '../scope'
import { cohortScene } from './cohort-scene'
import { itemFigures } from './item-figures'

/** Throws course_not_published, and not_found for a question that the course does not have. */
export async function loadItem(
  scope: CohortScope,
  { questionId, now }: { readonly questionId: QuestionId; readonly now: number },
): Promise<ItemView> {
  const ground = await groundOf(scope)
  const scene = await cohortScene({ ...scope, ground }, now)
  const question = scene.course.look.question(questionId)
  if (!question) throw new AppError('not_found', 'The course has no such question.')
  const people = scene.learners.map(({ user }) => user.id)
  const given = await answersOf(question.id, people)
  return itemView(scene, itemFigures(scene, ground), question, given)
}
