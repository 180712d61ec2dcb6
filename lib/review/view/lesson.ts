import type { Lesson, MembershipChange } from '../../course/types'
import type { LessonId } from '../../kernel/ids'
import { sessionCards, sessionGround } from '../session-card'
import type { StudyState } from '../study-state'
import type { SessionCard, SessionGround } from '../wire'

type Neighbour = { readonly id: LessonId; readonly title: string }

export type LessonView = {
  readonly lesson: Lesson
  readonly moduleTitle: string
  readonly completedAt: number | null
  /** Skipped by the placement. The lesson can still be read and finished. */
  readonly skipped: boolean
  /** The recall prompts by question id, each with the learner's card. */
  readonly recalls: Readonly<Record<string, SessionCard & { readonly answeredToday: boolean }>>
  /** What the browser needs to grade a prompt with the same reducer as a session. */
  readonly session: SessionGround
  /** All membership changes of the course, for maps and timelines. */
  readonly changes: readonly MembershipChange[]
  /** Names of organisations and states, by id. */
  readonly names: Readonly<Record<string, string>>
  readonly questionsUnlocked: number
  readonly previous: Neighbour | null
  readonly next: Neighbour | null
}

export function lessonView(state: StudyState, lesson: Lesson): LessonView {
  const { look, today } = state
  const { facts, entities, lessons } = look.catalogue
  const progress = state.lessons.get(lesson.id)
  const place = look.lessonOrder(lesson.id)
  const neighbour = (at: number): Neighbour | null => {
    const found = lessons[at]
    return found ? { id: found.id, title: found.title } : null
  }
  return {
    lesson,
    moduleTitle: look.module(lesson.module)?.title ?? '',
    completedAt: progress?.completedAt ?? null,
    skipped: progress?.skipped ?? false,
    recalls: Object.fromEntries(
      sessionCards(state, lesson.recalls).map((asked) => {
        const memory = asked.card.state
        const answeredToday = memory.phase !== 'new' && memory.lastReviewDay === today
        return [asked.question.id, { ...asked, answeredToday }]
      }),
    ),
    session: sessionGround(state),
    changes: facts.flatMap((fact) => fact.changes),
    names: Object.fromEntries(entities.map(({ id, name }) => [id, name])),
    questionsUnlocked: look.questionsOfLesson(lesson.id).length,
    previous: neighbour(place - 1),
    next: neighbour(place + 1),
  }
}
