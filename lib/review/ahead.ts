import { type Reach, reaches, reachIn } from '../course/reach'
import type { LessonId } from '../kernel/ids'
import { isoDate } from '../kernel/study-day'
import { comingDays } from './coming-days'
import { knownOf } from './known'
import { isOpenAssignment } from './own-readiness'
import { counts as belongs } from './reach-in-force'
import type { StudyState } from './study-state'

/**
 * What the summary of a session says beyond its own cards, as it was when the session was sent: the
 * browser adds what was answered since, and needs no network for it.
 */
export type Ahead = {
  readonly tomorrow: { readonly due: number; readonly new: number }
  readonly goal: Goal
}

/** The open assignment that is due first; without one, what the person learns of the course. */
export type Goal = {
  readonly assignment: {
    readonly title: string
    /** `YYYY-MM-DD` */
    readonly due: string
    /** The share to be known by then, 0 to 1. */
    readonly target: number
  } | null
  /** Its questions: those of these lessons, of all for null, to this depth. */
  readonly lessons: readonly LessonId[] | null
  readonly reach: Reach
  /** How many of them are known, and of how many. */
  readonly known: number
  readonly total: number
}

export function aheadOf(state: StudyState, newToday: number): Ahead {
  const [tomorrow] = comingDays(state, newToday)
  return {
    tomorrow: { due: tomorrow?.due ?? 0, new: tomorrow?.new ?? 0 },
    goal: goalOf(state),
  }
}

function goalOf(state: StudyState): Goal {
  const { look, settings } = state
  const assignment = state.assignments.find((each) => isOpenAssignment(state, each))
  if (assignment === undefined) {
    const { known, total } = knownOf(
      state,
      look.catalogue.questions.filter((question) => belongs(state, question)),
    )
    return { assignment: null, lessons: null, reach: reachIn(look, settings.reach), known, total }
  }
  const { title, dueDay, target, targetReadiness } = assignment
  const reach = reachIn(look, assignment.reach)
  const lessons =
    target.kind === 'module' ? look.lessonsOfModule(target.id).map(({ id }) => id) : [target.id]
  const questions = lessons.flatMap((id) => look.questionsOfLesson(id))
  const { known, total } = knownOf(
    state,
    questions.filter((question) => reaches(reach, question)),
  )
  return {
    assignment: { title, due: isoDate(dueDay), target: targetReadiness },
    lessons,
    reach,
    known,
    total,
  }
}
