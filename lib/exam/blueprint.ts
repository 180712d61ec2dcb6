import type { Question, QuestionOf } from '../course/types'
import type { TopicId } from '../kernel/ids'
import { kindOf } from '../kinds/kinds'
import type { MachineGradedKind } from '../kinds/types'

/** How many questions of each topic an exam asks. */
export type Blueprint = readonly BlueprintLine[]
type BlueprintLine = { readonly topicId: TopicId; readonly questions: number }

/** Whether an exam may ask the question. One that only the learner can grade is excluded. */
export type ExamQuestion = QuestionOf<MachineGradedKind>

export const isMachineGraded = (question: Question): question is ExamQuestion =>
  kindOf(question.kind).gradedBy === 'machine'

export const questionsIn = (blueprint: Blueprint): number =>
  blueprint.reduce((sum, line) => sum + line.questions, 0)
