import { type Reach, reaches, reachIn, widest } from '../course/reach'
import type { Question } from '../course/types'
import type { LessonId, ModuleId } from '../kernel/ids'
import type { OwnAssignment } from './own-assignment'
import { isOpenAssignment } from './own-readiness'
import type { StudyState } from './study-state'

/**
 * How much of the course somebody is to learn: in the parts that an open assignment names, what it
 * asks, and elsewhere what they chose themselves.
 */
type ReachInForce = {
  readonly own: Reach
  /** Open assignments, by due day. */
  readonly assigned: readonly OwnAssignment[]
  /** Of the questions of a lesson. */
  readonly of: (lesson: LessonId, module: ModuleId) => Reach
}

const computed = new WeakMap<StudyState, ReachInForce>()

export function reachInForce(state: StudyState): ReachInForce {
  const known = computed.get(state) ?? computeReach(state)
  computed.set(state, known)
  return known
}

function computeReach(state: StudyState): ReachInForce {
  const { look } = state
  const own = reachIn(look, state.settings.reach)
  const assigned = state.assignments.filter((each) => isOpenAssignment(state, each))
  const ofLesson = (lesson: LessonId, module: ModuleId) => {
    const here = assigned
      .filter(({ target: { kind, id } }) => id === (kind === 'lesson' ? lesson : module))
      .map(({ reach }) => reachIn(look, reach))
    return here.length === 0 ? own : widest(here, 'core')
  }
  // A page asks this for each question several times.
  const known = new Map<LessonId, Reach>()
  return {
    own,
    assigned,
    of: (lesson, module) => {
      const reach = known.get(lesson) ?? ofLesson(lesson, module)
      known.set(lesson, reach)
      return reach
    },
  }
}

/** Whether the question belongs to what this person is to learn. */
export function counts(state: StudyState, question: Question): boolean {
  return reaches(reachInForce(state).of(question.lesson, question.module), question)
}
