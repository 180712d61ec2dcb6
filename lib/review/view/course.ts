import { coursesOf } from '../../course/courses'
import type { Question } from '../../course/types'
import type { LessonId, ModuleId } from '../../kernel/ids'
import { isoDate } from '../../kernel/study-day'
import { isDue, isSetAside } from '../../memory/card/due'
import { dailyQueue } from '../daily-queue'
import { type Known, knownOf } from '../known'
import { type LessonMemory, lessonMemory } from '../lesson-memory'
import type { Counts } from '../queue'
import { counts as belongs } from '../reach-in-force'
import { cardOf, isFinished, isUnlocked, type StudyState } from '../study-state'
import { type Pace, type WayThrough, wayThrough } from '../way-through'
import { type DepthView, depthView } from './depth'

/** `total`, `seen` and `known` are of the questions that this person is to learn. */
type DeckCounts = Known & {
  /** Questions that are left out of it. */
  readonly deeper: number
  /** Questions whose lesson is not finished and that were not seen in one. */
  readonly locked: number
  readonly new: number
  readonly learning: number
  readonly due: number
}

/** `skipped` means completed by the placement, not by reading. */
type LessonState = 'open' | 'started' | 'done' | 'skipped'

export type CourseView = {
  readonly title: string
  readonly summary: string
  /** What this person learns, each with its modules. */
  readonly courses: readonly {
    readonly id: string
    readonly title: string
    readonly summary: string
    readonly modules: readonly ModuleId[]
  }[]
  readonly depth: DepthView
  readonly way: WayThrough
  /** What a session would contain now, and the first lesson that is not finished. */
  readonly next: {
    readonly counts: Counts
    readonly lesson: {
      readonly id: LessonId
      readonly title: string
      readonly minutes: number
      readonly module: ModuleId
      /** Its place among all lessons, from 1. */
      readonly number: number
    } | null
  }
  readonly modules: readonly {
    readonly id: ModuleId
    readonly title: string
    readonly summary: string
    /** Of reading, in the lessons that are not finished. */
    readonly minutesLeft: number
    /**
     * The next day, from today on, on which an assignment of it is due, `YYYY-MM-DD`; null when
     * there is none.
     */
    readonly due: string | null
    readonly deck: DeckCounts
    readonly lessons: readonly {
      readonly id: LessonId
      readonly title: string
      readonly question: string
      readonly minutes: number
      /** Of all depths, and those that this person is to learn. */
      readonly questions: number
      readonly asked: number
      readonly state: LessonState
      readonly memory: LessonMemory
      /** The same as for the module. */
      readonly due: string | null
    }[]
  }[]
}

/** `estimate`: the way through, computed or kept from before. */
export function courseView(
  state: StudyState,
  pace: Pace,
  estimate: (state: StudyState, pace: Pace) => WayThrough = wayThrough,
): CourseView {
  const { look, today } = state
  const assignments = state.assignments.filter(({ dueDay }) => dueDay >= today)
  const { title, summary, modules } = look.catalogue.course
  const dueOf = (kind: 'module' | 'lesson', id: string) => {
    const next = assignments.find(({ target }) => target.kind === kind && target.id === id)
    return next ? isoDate(next.dueDay) : null
  }
  return {
    title,
    summary,
    courses: coursesOf(look.catalogue).map((course) => ({
      id: course.id,
      title: course.title,
      summary: course.summary,
      modules: course.modules,
    })),
    depth: depthView(state),
    way: estimate(state, pace),
    next: {
      counts: dailyQueue(state, look.catalogue.questions, pace.done).counts,
      lesson: nextLesson(state),
    },
    modules: modules.map((module) => ({
      id: module.id,
      title: module.title,
      summary: module.summary,
      minutesLeft: look
        .lessonsOfModule(module.id)
        .reduce((sum, { id, minutes }) => sum + (isFinished(state, id) ? 0 : minutes), 0),
      due: dueOf('module', module.id),
      deck: deckCounts(state, look.questionsOfModule(module.id)),
      lessons: look.lessonsOfModule(module.id).map((lesson) => ({
        id: lesson.id,
        title: lesson.title,
        question: lesson.question,
        minutes: lesson.minutes,
        questions: look.questionsOfLesson(lesson.id).length,
        asked: look.questionsOfLesson(lesson.id).filter((each) => belongs(state, each)).length,
        state: lessonState(state, lesson.id),
        memory: lessonMemory(state, lesson.id),
        due: dueOf('lesson', lesson.id),
      })),
    })),
  }
}

function nextLesson(state: StudyState): CourseView['next']['lesson'] {
  const { lessons } = state.look.catalogue
  const at = lessons.findIndex(({ id }) => !isFinished(state, id))
  const lesson = lessons[at]
  if (!lesson) return null
  const { id, title, minutes, module } = lesson
  return { id, title, minutes, module, number: at + 1 }
}

function lessonState({ lessons }: StudyState, id: LessonId): LessonState {
  const progress = lessons.get(id)
  if (!progress) return 'open'
  if (progress.skipped) return 'skipped'
  return progress.completedAt === null ? 'started' : 'done'
}

function deckCounts(state: StudyState, questions: readonly Question[]): DeckCounts {
  const { now, today } = state
  const counts = { deeper: 0, locked: 0, new: 0, learning: 0, due: 0 }
  for (const question of questions) {
    const card = cardOf(state, question)
    const wanted = belongs(state, question)
    if (!wanted) counts.deeper += 1
    if (card.state.phase === 'new') {
      if (!wanted && !state.cards.has(question.id)) continue
      if (isUnlocked(state, question)) counts.new += isSetAside(card, today) ? 0 : 1
      else counts.locked += 1
    } else if (card.state.phase !== 'review') counts.learning += 1
    else if (isDue(card, now, today)) counts.due += 1
  }
  const wanted = questions.filter((question) => belongs(state, question))
  return { ...counts, ...knownOf(state, wanted) }
}
