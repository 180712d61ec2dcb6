import type { Question } from '../course/types'
import type { TopicId } from '../kernel/ids'

/** How many questions an exam asks of each topic. */
export type Blueprint = readonly BlueprintLine[]
type BlueprintLine = { readonly topicId: TopicId; readonly questions: number }

/** What an exam may ask: only the learner could grade a `flash` question. */
export type ExamQuestion = Exclude<Question, { kind: 'flash' }>

export const isMachineGraded = (question: Question): question is ExamQuestion =>
  question.kind !== 'flash'

export const questionsIn = (blueprint: Blueprint): number =>
  blueprint.reduce((sum, line) => sum + line.questions, 0)
