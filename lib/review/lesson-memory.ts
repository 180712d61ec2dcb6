import type { LessonId } from '../kernel/ids'
import { type Known, knownOf } from './known'
import { counts } from './reach-in-force'
import { isFinished, type StudyState } from './study-state'

/** How well a lesson is known, of the questions that this person is to learn. */
export type LessonMemory = Known & {
  /**
   * `unread`: not finished. `learning`: finished, and not enough of its questions have begun.
   * `known`: nearly all have begun, and on average they are recalled as the schedule aims for.
   * `fading`: at least half have begun, and on average they are recalled less than that.
   */
  readonly memory: 'unread' | 'learning' | 'known' | 'fading'
}

const LESSON_RULES = {
  /** The share of its questions that must have begun for a lesson to count as known. */
  begunForKnown: 0.9,
  /** Before this share has begun, a low recall says that learning goes on, not that it fades. */
  begunForFading: 0.5,
} as const

export function lessonMemory(state: StudyState, id: LessonId): LessonMemory {
  const wanted = state.look.questionsOfLesson(id).filter((question) => counts(state, question))
  const known = knownOf(state, wanted)
  return { ...known, memory: isFinished(state, id) ? memoryOf(state, known) : 'unread' }
}

function memoryOf({ model }: StudyState, { total, seen, known }: Known): LessonMemory['memory'] {
  const begun = total === 0 ? 1 : seen / total
  const recall = seen === 0 ? null : known / seen
  const isLow = recall !== null && recall < model.desiredRetention
  if (isLow && begun >= LESSON_RULES.begunForFading) return 'fading'
  return begun >= LESSON_RULES.begunForKnown && !isLow ? 'known' : 'learning'
}
