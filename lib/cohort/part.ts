import { type Reach, reaches, reachIn } from '../course/reach'
import type { Question } from '../course/types'
import type { Assignment } from './assignment'
import type { SceneCourse } from './scene'

/** A part of the course whose readiness is computed. */
export type Part = {
  /** Unique within the course. */
  readonly key: string
  /** The positions of its questions in the course. */
  readonly questions: readonly number[]
}

/** One part for each topic, in course order, with its questions of the reach. */
export function partsByTopic(course: SceneCourse, reach: Reach): readonly Part[] {
  const { catalogue, look } = course
  return catalogue.course.topics.map(({ id }) => ({
    key: `topic ${id} ${reach}`,
    questions: placesOf(course, look.questionsOfTopic(id), reach),
  }))
}

/** The questions that are assigned. Empty if the course no longer has the module or lesson. */
export function partOfTarget(
  course: SceneCourse,
  { target, reach }: Pick<Assignment, 'target' | 'reach'>,
): Part {
  const { look } = course
  const questions =
    target.kind === 'module' ? look.questionsOfModule(target.id) : look.questionsOfLesson(target.id)
  return {
    key: `${target.kind} ${target.id} ${reach}`,
    questions: placesOf(course, questions, reach),
  }
}

function placesOf({ look }: SceneCourse, questions: readonly Question[], reach: Reach) {
  const within = reachIn(look, reach)
  return questions
    .filter((question) => reaches(within, question))
    .map(({ id }) => look.questionOrder(id))
}

/** The title of a module or lesson, or its id if the course no longer has it. */
export function titleOfTarget({ look }: SceneCourse, target: Assignment['target']): string {
  const found = target.kind === 'module' ? look.module(target.id) : look.lesson(target.id)
  return found?.title ?? target.id
}
