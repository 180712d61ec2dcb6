import type { Assignment } from './assignment'
import type { SceneCourse } from './scene'

/** A part of the course whose readiness is computed. */
export type Part = {
  /** Unique within the course. */
  readonly key: string
  /** The positions of its questions in the course. */
  readonly questions: readonly number[]
}

/** One part for each topic, in course order. */
export function partsByTopic({ catalogue, look }: SceneCourse): readonly Part[] {
  return catalogue.course.topics.map(({ id }) => ({
    key: `topic ${id}`,
    questions: look.questionsOfTopic(id).map((question) => look.questionOrder(question.id)),
  }))
}

/** The questions of a module or lesson. Empty if the course no longer has it. */
export function partOfTarget({ look }: SceneCourse, target: Assignment['target']): Part {
  const questions =
    target.kind === 'module' ? look.questionsOfModule(target.id) : look.questionsOfLesson(target.id)
  return {
    key: `${target.kind} ${target.id}`,
    questions: questions.map(({ id }) => look.questionOrder(id)),
  }
}

/** The title of a module or lesson, or its id if the course no longer has it. */
export function titleOfTarget({ look }: SceneCourse, target: Assignment['target']): string {
  const found = target.kind === 'module' ? look.module(target.id) : look.lesson(target.id)
  return found?.title ?? target.id
}
