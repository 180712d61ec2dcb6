import type { LessonId, QuestionId } from '../../kernel/ids'
import { answerText } from '../../kinds/answer-text'
import { isLeech } from '../../memory/schedule/leech'
import { keyedCards, type StudyState } from '../study-state'

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
  /** Leeches first, then sorted by prompt. */
  readonly suspended: readonly AsideQuestion[]
  /** Hidden until tomorrow. */
  readonly buried: readonly AsideQuestion[]
}

export function setAsideView(state: StudyState): SetAsideView {
  const cards = keyedCards(state)
  const buried = cards.filter(
    (card) => !card.suspended && card.buriedUntil !== null && card.buriedUntil > state.today,
  )
  return {
    suspended: asideQuestions(
      state,
      cards.filter(({ suspended }) => suspended),
    ),
    buried: asideQuestions(state, buried),
  }
}

function asideQuestions(
  { look, settings }: StudyState,
  cards: ReturnType<typeof keyedCards>,
): readonly AsideQuestion[] {
  return cards
    .flatMap((card) => {
      const question = look.question(card.key)
      if (!question) return []
      const lesson = look.lesson(question.lesson)
      return {
        id: question.id,
        prompt: question.prompt,
        answer: answerText(question, look.nameOf),
        lesson: lesson ? { id: lesson.id, title: lesson.title } : null,
        lapses: card.state.phase === 'new' ? 0 : card.state.lapses,
        leech: isLeech(card.state, settings.leech),
      }
    })
    .sort((a, b) => Number(b.leech) - Number(a.leech) || a.prompt.localeCompare(b.prompt, 'en'))
}
