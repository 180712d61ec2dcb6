import 'server-only'
import type { Question } from '../../course/types'
import type { LessonId, ModuleId } from '../../kernel/ids'
import { isoDate } from '../../kernel/study-day'
import { isDue, isSetAside } from '../../memory/card/due'
import { predictedRecall } from '../../memory/card/retrievability'
import { cardOf, isUnlocked, type LearnerState, learnerState } from '../learner-state'
import type { LearnerScope } from '../scope'
import { ownAssignments } from '../study/own-assignments'

export type DeckCounts = {
  readonly total: number
  /** Behind a lesson that is not finished, and not yet met in one. */
  readonly locked: number
  readonly new: number
  readonly learning: number
  readonly due: number
  /** Met at least once. */
  readonly seen: number
  /** In Review with predicted recall of at least the desired retention today. */
  readonly known: number
}

/** `skipped`: by the placement, not read. */
type LessonState = 'open' | 'started' | 'done' | 'skipped'

export type CourseView = {
  readonly title: string
  readonly summary: string
  readonly modules: readonly {
    readonly id: ModuleId
    readonly title: string
    readonly summary: string
    /** Day on which an assignment of it is due, `YYYY-MM-DD`, the next one from today; null: none. */
    readonly due: string | null
    readonly deck: DeckCounts
    readonly lessons: readonly {
      readonly id: LessonId
      readonly title: string
      readonly question: string
      readonly minutes: number
      readonly questions: number
      readonly state: LessonState
      /** As of the module. */
      readonly due: string | null
    }[]
  }[]
}

/** Throws course_not_published. */
export async function loadCourse(
  scope: LearnerScope,
  { now }: { now: number },
): Promise<CourseView> {
  const learner = await learnerState(scope, now)
  const { catalogue, look } = learner.course
  const assigned = await ownAssignments(scope, learner.today, learner.course)
  const dueOf = (kind: 'module' | 'lesson', id: string) => {
    const next = assigned.find(({ target }) => target.kind === kind && target.id === id)
    return next ? isoDate(next.dueDay) : null
  }
  return {
    title: catalogue.course.title,
    summary: catalogue.course.summary,
    modules: catalogue.course.modules.map(({ id, title, summary }) => ({
      id,
      title,
      summary,
      due: dueOf('module', id),
      deck: deckCounts(learner, look.questionsOfModule(id)),
      lessons: look.lessonsOfModule(id).map((lesson) => ({
        id: lesson.id,
        title: lesson.title,
        question: lesson.question,
        minutes: lesson.minutes,
        questions: look.questionsOfLesson(lesson.id).length,
        state: lessonState(learner, lesson.id),
        due: dueOf('lesson', lesson.id),
      })),
    })),
  }
}

function lessonState({ lessons }: LearnerState, id: LessonId): LessonState {
  const record = lessons.get(id)
  if (!record) return 'open'
  if (record.skipped) return 'skipped'
  return record.completedAt === null ? 'started' : 'done'
}

function deckCounts(learner: LearnerState, questions: readonly Question[]): DeckCounts {
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
    const card = cardOf(learner, question)
    const { state } = card
    if (state.phase === 'new') {
      if (isUnlocked(learner, question)) counts.new += isSetAside(card, learner.today) ? 0 : 1
      else counts.locked += 1
      continue
    }
    counts.seen += 1
    if (state.phase !== 'review') counts.learning += 1
    else if (isDue(card, learner.now, learner.today)) counts.due += 1
    const recall = predictedRecall(state, learner.today, learner.model) ?? 0
    if (state.phase === 'review' && recall >= learner.model.desiredRetention) counts.known += 1
  }
  return counts
}
