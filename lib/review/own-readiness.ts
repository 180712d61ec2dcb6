import { reaches, reachIn } from '../course/reach'
import type { Question } from '../course/types'
import { knownOf } from './known'
import type { OwnAssignment } from './own-assignment'
import type { StudyState } from './study-state'

/**
 * The mean predicted recall today over the questions of an assignment, 0 to 1. Unseen questions
 * count as 0.
 */
export function ownReadiness(state: StudyState, assignment: OwnAssignment): number {
  const reach = reachIn(state.look, assignment.reach)
  const questions = questionsOf(state, assignment.target).filter((each) => reaches(reach, each))
  const { known, total } = knownOf(state, questions)
  return total === 0 ? 0 : known / total
}

/** Neither past its due day nor reached yet: it asks for its questions. */
export const isOpenAssignment = (state: StudyState, assignment: OwnAssignment): boolean =>
  assignment.dueDay >= state.today && ownReadiness(state, assignment) < assignment.targetReadiness

function questionsOf({ look }: StudyState, target: OwnAssignment['target']): readonly Question[] {
  switch (target.kind) {
    case 'module':
      return look.questionsOfModule(target.id)
    case 'lesson':
      return look.questionsOfLesson(target.id)
  }
}
