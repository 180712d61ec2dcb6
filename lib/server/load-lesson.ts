import 'server-only'
import type { Lesson, MembershipChange } from '../course/types'
import type { LessonId, UserId } from '../kernel/ids'
import type { SessionCard, SessionPayload } from '../review/wire'

export type LessonView = {
  readonly lesson: Lesson
  readonly moduleTitle: string
  readonly completedAt: number | null
  /** The woven prompts by question id, with the learner's card. */
  readonly recalls: Readonly<Record<string, SessionCard & { readonly answeredToday: boolean }>>
  /** What the browser needs to grade a prompt by the same reducer as a session. */
  readonly session: Omit<SessionPayload, 'cards' | 'counts'>
  /** All membership changes of the course, for maps and timelines. */
  readonly changes: readonly MembershipChange[]
  /** id -> name of organisations and states. */
  readonly names: Readonly<Record<string, string>>
  readonly questionsUnlocked: number
  readonly previous: { readonly id: LessonId; readonly title: string } | null
  readonly next: { readonly id: LessonId; readonly title: string } | null
}

/** Also notes that the lesson was opened. Throws not_found. */
export async function loadLesson(_input: {
  userId: UserId
  lessonId: LessonId
  now: number
}): Promise<LessonView> {
  throw new Error('stub')
}
