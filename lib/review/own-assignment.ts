import type { Question } from '../course/types'
import type { LessonId, ModuleId } from '../kernel/ids'
import type { StudyDay } from '../kernel/study-day'
import { predictedRecall } from '../memory/card/retrievability'
import { mean } from '../statistics/average'
import { cardOf, type StudyState } from './study-state'

/** An assignment as it applies to one learner, named in the course's words. */
export type OwnAssignment = {
  readonly id: string
  readonly title: string
  readonly dueDay: StudyDay
  readonly target:
    | { readonly kind: 'module'; readonly id: ModuleId }
    | { readonly kind: 'lesson'; readonly id: LessonId }
  /** The mean predicted recall over its questions that is to be reached by then, 0 to 1. */
  readonly targetReadiness: number
}

/**
 * The mean predicted recall today over the questions of an assignment, 0 to 1. Unseen questions
 * count as 0.
 */
export function ownReadiness(state: StudyState, { target }: OwnAssignment): number {
  const questions = questionsOf(state, target)
  return mean(
    questions.map(
      (question) => predictedRecall(cardOf(state, question).state, state.today, state.model) ?? 0,
    ),
  )
}

function questionsOf({ look }: StudyState, target: OwnAssignment['target']): readonly Question[] {
  switch (target.kind) {
    case 'module':
      return look.questionsOfModule(target.id)
    case 'lesson':
      return look.questionsOfLesson(target.id)
  }
}
