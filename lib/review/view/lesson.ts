import { isPicture, type PictureView, pictureView } from '../../course/pictures/picture-view'
import type { Lesson } from '../../course/types'
import type { LessonId } from '../../kernel/ids'
import { counts } from '../reach-in-force'
import { sessionCards, sessionGround } from '../session-card'
import type { StudyState } from '../study-state'
import type { SessionCard, SessionGround } from '../wire'
import { type LessonPart, lessonContents } from './lesson-contents'

type Neighbour = { readonly id: LessonId; readonly title: string }

export type LessonView = {
  /** The headings of its blocks have ids. */
  readonly lesson: Lesson
  readonly parts: readonly LessonPart[]
  readonly moduleTitle: string
  readonly opened: boolean
  readonly completedAt: number | null
  /** Skipped by the placement. The lesson can still be read and finished. */
  readonly skipped: boolean
  /** The recall prompts by question id, each with the learner's card. */
  readonly recalls: Readonly<Record<string, SessionCard & { readonly answeredToday: boolean }>>
  /** What the browser needs to grade a prompt with the same reducer as a session. */
  readonly session: SessionGround
  /** The pictures among the blocks of the lesson, each at the place of its block. */
  readonly pictures: readonly (PictureView | null)[]
  /** Those of its questions that this person is to learn. */
  readonly questionsUnlocked: number
  readonly previous: Neighbour | null
  readonly next: Neighbour | null
}

export function lessonView(state: StudyState, lesson: Lesson): LessonView {
  const { look, today } = state
  const { lessons } = look.catalogue
  const progress = state.lessons.get(lesson.id)
  const place = look.lessonOrder(lesson.id)
  const neighbour = (at: number): Neighbour | null => {
    const found = lessons[at]
    return found ? { id: found.id, title: found.title } : null
  }
  const { parts, blocks } = lessonContents(lesson.blocks)
  return {
    lesson: { ...lesson, blocks },
    parts,
    moduleTitle: look.module(lesson.module)?.title ?? '',
    opened: progress !== undefined,
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
    pictures: lesson.blocks.map((block) =>
      isPicture(block) ? pictureView(look.catalogue, block) : null,
    ),
    questionsUnlocked: look.questionsOfLesson(lesson.id).filter((each) => counts(state, each))
      .length,
    previous: neighbour(place - 1),
    next: neighbour(place + 1),
  }
}
