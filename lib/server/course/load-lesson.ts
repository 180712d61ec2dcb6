import 'server-only'
import type { Lesson, MembershipChange } from '../../course/types'
import { noteLessonOpened } from '../../db/study/lesson-progress'
import type { LessonId } from '../../kernel/ids'
import type { SessionCard, SessionGround } from '../../review/wire'
import { cardOf, learnerState } from '../learner-state'
import type { LearnerScope } from '../scope'
import { sessionCard, sessionGround } from '../study/session-card'
import { lessonNotFound } from './complete-lesson'

type Neighbour = { readonly id: LessonId; readonly title: string }

export type LessonView = {
  readonly lesson: Lesson
  readonly moduleTitle: string
  readonly completedAt: number | null
  /** By the placement; it may still be read and finished. */
  readonly skipped: boolean
  /** The woven prompts by question id, with the learner's card. */
  readonly recalls: Readonly<Record<string, SessionCard & { readonly answeredToday: boolean }>>
  /** What the browser needs to grade a prompt by the same reducer as a session. */
  readonly session: SessionGround
  /** All membership changes of the course, for maps and timelines. */
  readonly changes: readonly MembershipChange[]
  /** id -> name of organisations and states. */
  readonly names: Readonly<Record<string, string>>
  readonly questionsUnlocked: number
  readonly previous: Neighbour | null
  readonly next: Neighbour | null
}

/** Also notes that the lesson was opened. Throws not_found, course_not_published. */
export async function loadLesson(
  scope: LearnerScope,
  input: { lessonId: LessonId; now: number },
): Promise<LessonView> {
  const learner = await learnerState(scope, input.now)
  const { catalogue, look } = learner.course
  const lesson = look.lesson(input.lessonId)
  if (!lesson) throw lessonNotFound()
  await noteLessonOpened(learner.user.id, lesson.id, input.now)

  const recalls = lesson.recalls.map(look.question).filter((question) => question !== undefined)
  const place = look.lessonOrder(lesson.id)
  const neighbour = (at: number): Neighbour | null => {
    const found = catalogue.lessons[at]
    return found ? { id: found.id, title: found.title } : null
  }
  return {
    lesson,
    moduleTitle: look.module(lesson.module)?.title ?? '',
    completedAt: learner.lessons.get(lesson.id)?.completedAt ?? null,
    skipped: learner.lessons.get(lesson.id)?.skipped ?? false,
    recalls: Object.fromEntries(
      recalls.map((question) => {
        const card = cardOf(learner, question)
        const { state } = card
        const answeredToday = state.phase !== 'new' && state.lastReviewDay === learner.today
        return [question.id, { ...sessionCard(learner.course, question, card), answeredToday }]
      }),
    ),
    session: sessionGround(learner),
    changes: catalogue.facts.flatMap((fact) => fact.changes),
    names: Object.fromEntries(catalogue.entities.map(({ id, name }) => [id, name])),
    questionsUnlocked: look.questionsOfLesson(lesson.id).length,
    previous: neighbour(place - 1),
    next: neighbour(place + 1),
  }
}
