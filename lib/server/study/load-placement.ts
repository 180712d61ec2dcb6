import 'server-only'
import type { Lesson } from '../../course/types'
import { AppError } from '../../kernel/app-error'
import type { ModuleId } from '../../kernel/ids'
import { canBeFoundKnown, candidatesOf, type PlacementPayload } from '../../review/placement'
import { cardOf, type LearnerState, learnerState } from '../learner-state'
import type { LearnerScope } from '../scope'
import { sessionCard, sessionGround } from './session-card'

export type PlacementModule = {
  readonly id: ModuleId
  readonly title: string
  readonly summary: string
  /** Lessons not finished. */
  readonly lessons: number
}

/** Modules with something left to skip. Throws course_not_published. */
export async function loadPlacement(
  scope: LearnerScope,
  { now }: { now: number },
): Promise<readonly PlacementModule[]> {
  const learner = await learnerState(scope, now)
  const { catalogue, look } = learner.course
  return catalogue.course.modules
    .map(({ id, title, summary }) => {
      const lessons = look.lessonsOfModule(id).filter((lesson) => isOpen(learner, lesson)).length
      return { id, title, summary, lessons }
    })
    .filter(({ lessons }) => lessons > 0)
}

/**
 * The questions of a placement over the unfinished lessons of `modules`, of the whole course when
 * there are none: only what was never met. Throws invalid_input on an unknown module,
 * course_not_published.
 */
export async function startPlacement(
  scope: LearnerScope,
  { modules, now }: { modules: readonly string[]; now: number },
): Promise<PlacementPayload> {
  const learner = await learnerState(scope, now)
  const { catalogue, look } = learner.course
  const unknown = modules.find((id) => !catalogue.course.modules.some((it) => it.id === id))
  if (unknown !== undefined) {
    throw new AppError('invalid_input', `The course has no module “${unknown}”. Choose again.`)
  }
  const seed = `${learner.user.id}|${learner.today}`
  const lessons = catalogue.lessons
    .filter(({ module }) => modules.length === 0 || modules.includes(module))
    .filter((lesson) => isOpen(learner, lesson))
    .map(({ id, module, title }) => {
      const fresh = look
        .questionsOfLesson(id)
        .filter((question) => cardOf(learner, question).state.phase === 'new')
      const moduleTitle = look.module(module)?.title ?? ''
      return { id, module, title, moduleTitle, candidates: candidatesOf(fresh, `${seed}|${id}`) }
    })
    .filter(canBeFoundKnown)
  const { serverNow, keys, stateNames } = sessionGround(learner)
  return {
    serverNow,
    keys,
    stateNames,
    seed,
    lessons,
    cards: lessons
      .flatMap(({ candidates }) => candidates.map(({ questionId }) => look.question(questionId)))
      .filter((question) => question !== undefined)
      .map((question) => sessionCard(learner.course, question, cardOf(learner, question))),
  }
}

const isOpen = ({ lessons }: LearnerState, { id }: Lesson): boolean =>
  (lessons.get(id)?.completedAt ?? null) === null
