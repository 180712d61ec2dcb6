import { type Reach, reaches, widest } from '../course/reach'
import type { Question, QuestionOf } from '../course/types'
import type { TopicId } from '../kernel/ids'
import { kindOf } from '../kinds/kinds'
import type { MachineGradedKind } from '../kinds/types'

/** How many questions of each topic an exam asks, and how deep they go. */
export type Blueprint = readonly BlueprintLine[]
type BlueprintLine = {
  readonly topicId: TopicId
  readonly questions: number
  /** Missing where a blueprint is older than the choice: everything, source craft too. */
  readonly reach?: Reach
}

export const reachOfLine = ({ reach }: Pick<BlueprintLine, 'reach'>): Reach => reach ?? 'all'

/** The most that any of its lines asks for. */
export const reachOfBlueprint = (blueprint: Blueprint): Reach =>
  widest(blueprint.map(reachOfLine), 'core')

/** What the lines may take. Topics without a line matter too: their questions can be in the way. */
export function candidatesFor(
  blueprint: Blueprint,
  questions: readonly ExamQuestion[],
): readonly ExamQuestion[] {
  const of = new Map(blueprint.map((line) => [line.topicId, reachOfLine(line)]))
  const otherwise = reachOfBlueprint(blueprint)
  return questions.filter((question) => reaches(of.get(question.topic) ?? otherwise, question))
}

/** Whether an exam may ask the question. One that only the learner can grade is excluded. */
export type ExamQuestion = QuestionOf<MachineGradedKind>

export const isMachineGraded = (question: Question): question is ExamQuestion =>
  kindOf(question.kind).gradedBy === 'machine'

export const questionsIn = (blueprint: Blueprint): number =>
  blueprint.reduce((sum, line) => sum + line.questions, 0)
