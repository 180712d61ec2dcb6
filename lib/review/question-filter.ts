import { modulesOf } from '../course/courses'
import { normalForm } from '../course/normal-form'
import type { Question } from '../course/types'
import type { QuestionId } from '../kernel/ids'
import type { Card } from '../memory/card/card'
import { isDueState } from '../memory/card/due'
import type { Rating } from '../memory/card/state'
import { isLeech } from '../memory/schedule/leech'
import { cardOf, isUnlocked, type StudyState } from './study-state'

/** Where a question stands for a learner. A suspended or buried one is that, whatever its phase. */
export type Place = 'locked' | 'new' | 'learning' | 'review' | 'suspended' | 'buried'

/** `retired`: the learner has a card, and the course asks the question no more. */
export const FILTER_STATES = [
  'new',
  'learning',
  'review',
  'suspended',
  'buried',
  'locked',
  'retired',
] as const satisfies readonly (Place | 'retired')[]
export const FILTER_DUES = ['overdue', 'today', 'week', 'month'] as const
export const FILTER_MARKS = ['difficult', 'flagged', 'waiting'] as const
export const FILTER_LASTS = ['forgotten', 'recalled'] as const
/** Within so many days from today; what is due is due within any of them. */
const DAYS_AHEAD = { today: 0, week: 7, month: 30 } as const

/** Which questions of the course somebody wants to see. Null and '' ask for nothing. */
export type QuestionFilter = {
  readonly topic: string | null
  /** The id of a course, a module or a lesson. */
  readonly part: string | null
  readonly state: (typeof FILTER_STATES)[number] | null
  readonly due: (typeof FILTER_DUES)[number] | null
  /** Difficult: forgotten as often as the learner's limit. Flagged, by the learner; waiting: not answered yet. */
  readonly mark: (typeof FILTER_MARKS)[number] | null
  /** What the last answer that stands was: Again, or anything else. */
  readonly last: (typeof FILTER_LASTS)[number] | null
  readonly text: string
}

/** What the log says of questions beside their cards. `last` may lack questions when no filter asks for it. */
export type QuestionMarks = {
  /** Questions that the learner flagged, and whether one of the flags still waits for an answer. */
  readonly flagged: ReadonlyMap<QuestionId, { readonly waits: boolean }>
  readonly last: ReadonlyMap<QuestionId, Rating>
}

export const NO_MARKS: QuestionMarks = { flagged: new Map(), last: new Map() }

const LONGEST_TEXT = 100

type Asked = (name: string) => string | null

/** From the values of an address; what it does not know asks for nothing. */
export function readFilter(asked: Asked): QuestionFilter {
  return {
    topic: asked('topic'),
    part: asked('part'),
    state: oneOf(FILTER_STATES, asked('state')),
    due: oneOf(FILTER_DUES, asked('due')),
    mark: oneOf(FILTER_MARKS, asked('mark')),
    last: oneOf(FILTER_LASTS, asked('last')),
    text: (asked('text') ?? '').trim().slice(0, LONGEST_TEXT),
  }
}

/** The values of an address that asks for this: the opposite of `readFilter`. */
export function filterValues(filter: QuestionFilter): Readonly<Record<string, string | null>> {
  const { text, ...rest } = filter
  return { ...rest, text: text === '' ? null : text }
}

const oneOf = <T extends string>(known: readonly T[], value: string | null): T | null =>
  known.find((each) => each === value) ?? null

export function placeOf(state: StudyState, question: Question): Place {
  const card = cardOf(state, question)
  const { phase } = card.state
  if (card.suspended) return 'suspended'
  if (phase === 'new' && !isUnlocked(state, question)) return 'locked'
  if (card.buriedUntil !== null && card.buriedUntil > state.today) return 'buried'
  return phase === 'relearning' ? 'learning' : phase
}

/** The questions of the course that a filter lets through, in course order. It has none that are retired. */
export function filteredQuestions(
  state: StudyState,
  marks: QuestionMarks,
  filter: QuestionFilter,
): readonly Question[] {
  if (filter.state === 'retired') return []
  const modules = filter.part === null ? [] : modulesOf(state.look.catalogue, filter.part)
  const words = normalForm(filter.text).split(' ').filter(Boolean)
  return state.look.catalogue.questions.filter((question) => {
    const { topic, part } = filter
    if (topic !== null && question.topic !== topic) return false
    if (part !== null && !modules.includes(question.module) && question.lesson !== part)
      return false
    const place = placeOf(state, question)
    // What waits for its lesson is shown to who asks for it. It would fill the list of a beginner.
    if (filter.state === null ? place === 'locked' : place !== filter.state) return false
    const card = cardOf(state, question)
    return (
      isDueWithin(state, card, place, filter.due) &&
      hasMark(state, marks, question, card, filter.mark) &&
      wasAnswered(marks, question, card, filter.last) &&
      holdsWords(question, words)
    )
  })
}

function isDueWithin(
  { now, today }: StudyState,
  { state }: Card,
  place: Place,
  due: QuestionFilter['due'],
): boolean {
  if (due === null) return true
  if (place !== 'learning' && place !== 'review') return false
  if (state.phase !== 'review') return due !== 'overdue' || isDueState(state, now, today)
  return due === 'overdue' ? state.dueDay < today : state.dueDay <= today + DAYS_AHEAD[due]
}

function hasMark(
  { settings }: StudyState,
  { flagged }: QuestionMarks,
  { id }: Question,
  { state }: Card,
  mark: QuestionFilter['mark'],
): boolean {
  switch (mark) {
    case null:
      return true
    case 'difficult':
      return isLeech(state, settings.leech)
    case 'flagged':
      return flagged.has(id)
    case 'waiting':
      return flagged.get(id)?.waits === true
  }
}

/** What was answered before a reset is over. */
function wasAnswered(
  { last }: QuestionMarks,
  { id }: Question,
  { state }: Card,
  wanted: QuestionFilter['last'],
): boolean {
  if (wanted === null) return true
  const rating = state.phase === 'new' ? undefined : last.get(id)
  return rating !== undefined && (wanted === 'forgotten') === (rating === 1)
}

/** Only how it is asked: searching in answers would tell which question has which. */
const holdsWords = (question: Question, words: readonly string[]): boolean =>
  words.length === 0 || words.every((word) => formOf(question).includes(word))

const forms = new WeakMap<Question, string>()

function formOf(question: Question): string {
  const form = forms.get(question) ?? normalForm(question.prompt)
  forms.set(question, form)
  return form
}
