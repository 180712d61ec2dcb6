import type { Question } from '../../course/types'
import type { LessonId, QuestionId } from '../../kernel/ids'
import { dueLabel } from '../../memory/card/due'
import { predictedRecall } from '../../memory/card/retrievability'
import type { CardState } from '../../memory/card/state'
import { isLeech } from '../../memory/schedule/leech'
import {
  filteredQuestions,
  type Place,
  placeOf,
  type QuestionFilter,
  type QuestionMarks,
} from '../question-filter'
import { cardOf, type StudyState } from '../study-state'

export const QUESTION_SORTS = ['course', 'due', 'recall', 'lapses'] as const
export type QuestionSort = (typeof QUESTION_SORTS)[number]

/** How many questions a page of the list has. */
const ROWS_PER_PAGE = 50

/** One question as the list shows it: never its answer. */
export type QuestionRow = {
  readonly id: QuestionId
  readonly prompt: string
  readonly topicTitle: string
  readonly lesson: { readonly id: LessonId; readonly title: string } | null
  readonly place: Place
  /** `due today`, `in 8d`; null while it is not in turn. */
  readonly due: string | null
  /** Predicted recall today, 0 to 1; null while it is new. */
  readonly recall: number | null
  readonly lapses: number
  readonly difficult: boolean
  readonly flag: 'waiting' | 'answered' | null
}

export type QuestionListView = {
  readonly rows: readonly QuestionRow[]
  /** Of the whole choice, in course order; `rows` are one page of them, sorted. */
  readonly ids: readonly QuestionId[]
  readonly page: number
  readonly pages: number
}

export function questionList(
  state: StudyState,
  marks: QuestionMarks,
  asked: {
    readonly filter: QuestionFilter
    readonly sort: QuestionSort
    readonly page: number
  },
): QuestionListView {
  const found = filteredQuestions(state, marks, asked.filter)
  const pages = Math.max(1, Math.ceil(found.length / ROWS_PER_PAGE))
  const page = Math.min(asked.page, pages)
  const from = (page - 1) * ROWS_PER_PAGE
  const shown = sorted(state, found, asked.sort).slice(from, from + ROWS_PER_PAGE)
  return {
    rows: shown.map((question) => rowOf(state, marks, question)),
    ids: found.map(({ id }) => id),
    page,
    pages,
  }
}

function rowOf(state: StudyState, { flagged }: QuestionMarks, question: Question): QuestionRow {
  const { look, now, today, model, settings } = state
  const card = cardOf(state, question)
  const lesson = look.lesson(question.lesson)
  const place = placeOf(state, question)
  const flag = flagged.get(question.id)
  const inTurn = place === 'learning' || place === 'review'
  return {
    id: question.id,
    prompt: question.prompt,
    topicTitle: look.topic(question.topic)?.title ?? '',
    lesson: lesson ? { id: lesson.id, title: lesson.title } : null,
    place,
    due: inTurn ? dueLabel(card.state, now, today) : null,
    recall: predictedRecall(card.state, today, model),
    lapses: lapsesOf(card.state),
    difficult: isLeech(card.state, settings.leech),
    flag: flag === undefined ? null : flag.waits ? 'waiting' : 'answered',
  }
}

/** `found` is in course order, which decides between equals. */
function sorted(
  state: StudyState,
  found: readonly Question[],
  sort: QuestionSort,
): readonly Question[] {
  if (sort === 'course') return found
  const keyed = found.map((question) => ({ question, key: keyOf(state, question, sort) }))
  return keyed.sort((a, b) => a.key - b.key).map(({ question }) => question)
}

function keyOf(state: StudyState, question: Question, sort: Exclude<QuestionSort, 'course'>) {
  const card = cardOf(state, question)
  switch (sort) {
    case 'due':
      return dueKey(card.state, state.today)
    case 'recall':
      // What was never seen has nothing to recall, and comes last.
      return predictedRecall(card.state, state.today, state.model) ?? 2
    case 'lapses':
      return -lapsesOf(card.state)
  }
}

function dueKey(state: CardState, today: number): number {
  switch (state.phase) {
    case 'new':
      return Number.MAX_SAFE_INTEGER
    case 'learning':
    case 'relearning':
      return today
    case 'review':
      return state.dueDay
  }
}

const lapsesOf = (state: CardState): number => (state.phase === 'new' ? 0 : state.lapses)
