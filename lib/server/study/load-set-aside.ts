import 'server-only'
import type { LessonId, QuestionId } from '../../kernel/ids'
import { answerText } from '../../kinds/answer-text'
import { isLeech } from '../../memory/schedule/leech'
import { learnerState } from '../learner-state'
import type { LearnerScope } from '../scope'

export type AsideQuestion = {
  readonly id: QuestionId
  readonly prompt: string
  readonly answer: string
  readonly lesson: { readonly id: LessonId; readonly title: string } | null
  readonly lapses: number
  /** Set aside because it was forgotten too often. */
  readonly leech: boolean
}

export type SetAsideView = {
  /** Leeches first, then by prompt. */
  readonly suspended: readonly AsideQuestion[]
  /** Hidden until tomorrow. */
  readonly buried: readonly AsideQuestion[]
}

/** Throws course_not_published. */
export async function loadSetAside(
  scope: LearnerScope,
  { now }: { now: number },
): Promise<SetAsideView> {
  const { cards, course, today, user } = await learnerState(scope, now)
  const { look } = course
  const aside = [...cards].flatMap(([id, card]) => {
    const question = look.question(id)
    const buried = card.buriedUntil !== null && card.buriedUntil > today
    if (!question || (!card.suspended && !buried)) return []
    const lesson = look.lesson(question.lesson)
    return [
      {
        suspended: card.suspended,
        id,
        prompt: question.prompt,
        answer: answerText(question, (state) => look.entity(state)?.name ?? state),
        lesson: lesson ? { id: lesson.id, title: lesson.title } : null,
        lapses: card.state.phase === 'new' ? 0 : card.state.lapses,
        leech: isLeech(card.state, user.settings.leech),
      },
    ]
  })
  const byWeight = [...aside].sort(
    (a, b) => Number(b.leech) - Number(a.leech) || a.prompt.localeCompare(b.prompt, 'en'),
  )
  return {
    suspended: byWeight.filter(({ suspended }) => suspended),
    buried: byWeight.filter(({ suspended }) => !suspended),
  }
}
