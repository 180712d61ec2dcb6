import type { Question } from '../../course/types'
import type { LessonId, ModuleId } from '../../kernel/ids'
import { isoDate } from '../../kernel/study-day'
import { isDue, isSetAside } from '../../memory/card/due'
import { predictedRecall } from '../../memory/card/retrievability'
import type { OwnAssignment } from '../own-assignment'
import { cardOf, isUnlocked, type StudyState } from '../study-state'

export type DeckCounts = {
  readonly total: number
  /** Questions whose lesson is not finished and that were not seen in one. */
  readonly locked: number
  readonly new: number
  readonly learning: number
  readonly due: number
  /** Questions that were seen at least once. */
  readonly seen: number
  /** Cards in phase review whose predicted recall today is at least the target retention. */
  readonly known: number
}

/** `skipped` means completed by the placement, not by reading. */
type LessonState = 'open' | 'started' | 'done' | 'skipped'

export type CourseView = {
  readonly title: string
  readonly summary: string
  readonly modules: readonly {
    readonly id: ModuleId
    readonly title: string
    readonly summary: string
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
      readonly questions: number
      readonly state: LessonState
      /** The same as for the module. */
      readonly due: string | null
    }[]
  }[]
}

/** `assignments` are those due from today on, by due day. */
export function courseView(state: StudyState, assignments: readonly OwnAssignment[]): CourseView {
  const { look } = state
  const { title, summary, modules } = look.catalogue.course
  const dueOf = (kind: 'module' | 'lesson', id: string) => {
    const next = assignments.find(({ target }) => target.kind === kind && target.id === id)
    return next ? isoDate(next.dueDay) : null
  }
  return {
    title,
    summary,
    modules: modules.map((module) => ({
      id: module.id,
      title: module.title,
      summary: module.summary,
      due: dueOf('module', module.id),
      deck: deckCounts(state, look.questionsOfModule(module.id)),
      lessons: look.lessonsOfModule(module.id).map((lesson) => ({
        id: lesson.id,
        title: lesson.title,
        question: lesson.question,
        minutes: lesson.minutes,
        questions: look.questionsOfLesson(lesson.id).length,
        state: lessonState(state, lesson.id),
        due: dueOf('lesson', lesson.id),
      })),
    })),
  }
}

function lessonState({ lessons }: StudyState, id: LessonId): LessonState {
  const progress = lessons.get(id)
  if (!progress) return 'open'
  if (progress.skipped) return 'skipped'
  return progress.completedAt === null ? 'started' : 'done'
}

function deckCounts(state: StudyState, questions: readonly Question[]): DeckCounts {
  const { now, today, model } = state
  const counts = {
    total: questions.length,
    locked: 0,
    new: 0,
    learning: 0,
    due: 0,
    seen: 0,
    known: 0,
  }
  for (const question of questions) {
    const card = cardOf(state, question)
    if (card.state.phase === 'new') {
      if (isUnlocked(state, question)) counts.new += isSetAside(card, today) ? 0 : 1
      else counts.locked += 1
      continue
    }
    counts.seen += 1
    if (card.state.phase !== 'review') counts.learning += 1
    else if (isDue(card, now, today)) counts.due += 1
    const recall = predictedRecall(card.state, today, model) ?? 0
    if (card.state.phase === 'review' && recall >= model.desiredRetention) counts.known += 1
  }
  return counts
}
