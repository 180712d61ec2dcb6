import type { ModuleId } from '../../kernel/ids'
import { canBeFoundKnown, candidatesOf, type PlacementPayload } from '../placement'
import { sessionCards, sessionGround } from '../session-card'
import { cardOf, isFinished, type StudyState } from '../study-state'

export type PlacementModule = {
  readonly id: ModuleId
  readonly title: string
  readonly summary: string
  /** Lessons that are not finished. */
  readonly lessons: number
}

/** Modules with something left to skip. */
export function placementModules(state: StudyState): readonly PlacementModule[] {
  const { look } = state
  return look.catalogue.course.modules
    .map(({ id, title, summary }) => {
      const open = look.lessonsOfModule(id).filter((lesson) => !isFinished(state, lesson.id))
      return { id, title, summary, lessons: open.length }
    })
    .filter(({ lessons }) => lessons > 0)
}

/**
 * The questions of a placement over the unfinished lessons of `modules`, or of the whole course
 * when there are none. Only questions that the learner has never seen are asked. The same `person`
 * is asked the same questions on one study day.
 */
export function placementPayload(
  state: StudyState,
  modules: readonly string[],
  person: string,
): PlacementPayload {
  const { look } = state
  const seed = `${person}|${state.today}`
  const lessons = look.catalogue.lessons
    .filter(({ module }) => modules.length === 0 || modules.includes(module))
    .filter(({ id }) => !isFinished(state, id))
    .map(({ id, module, title }) => {
      const fresh = look
        .questionsOfLesson(id)
        .filter((question) => cardOf(state, question).state.phase === 'new')
      const moduleTitle = look.module(module)?.title ?? ''
      return { id, module, title, moduleTitle, candidates: candidatesOf(fresh, `${seed}|${id}`) }
    })
    .filter(canBeFoundKnown)
  const { serverNow, keys, stateNames } = sessionGround(state)
  const asked = lessons.flatMap(({ candidates }) => candidates.map(({ questionId }) => questionId))
  return { serverNow, keys, stateNames, seed, lessons, cards: sessionCards(state, asked) }
}
