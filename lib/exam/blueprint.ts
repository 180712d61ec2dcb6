import type { Question, QuestionOf } from '../course/types'
import type { TopicId } from '../kernel/ids'
import { kindOf } from '../kinds/kinds'
import type { MachineGradedKind } from '../kinds/types'

/** How many questions an exam asks of each topic. */
export type Blueprint = readonly BlueprintLine[]
type BlueprintLine = { readonly topicId: TopicId; readonly questions: number }

/** What an exam may ask: no question that only the learner could grade. */
export type ExamQuestion = QuestionOf<MachineGradedKind>

export const isMachineGraded = (question: Question): question is ExamQuestion =>
  kindOf(question.kind).gradedBy === 'machine'

export const questionsIn = (blueprint: Blueprint): number =>
  blueprint.reduce((sum, line) => sum + line.questions, 0)
