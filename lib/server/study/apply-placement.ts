import 'server-only'
import type { Question } from '../../course/types'
import { noteLessonsSkipped } from '../../db/study/lesson-progress'
import { AppError } from '../../kernel/app-error'
import type { LessonId } from '../../kernel/ids'
import { addDays, studyDayOf } from '../../kernel/study-day'
import { grade } from '../../kinds/grade'
import { NEW_CARD } from '../../memory/card/state'
import { levelledDays, withOneMore } from '../../memory/schedule/levelling'
import { comingLoad } from '../../review/coming-load'
import type { SubmittedEvent } from '../../review/event'
import { apart, candidateOf, findingsOf } from '../../review/placement'
import { cardOf, type StudyState } from '../../review/study-state'
import { learnerState } from '../learner-state'
import type { LearnerScope } from '../scope'
import { recordReviews } from './record-reviews'
import { parseSubmitted } from './submitted-event'

type Given = {
  readonly event: SubmittedEvent
  readonly question: Question
  readonly right: boolean
}

/**
 * Skips lessons that a placement found known: they count as finished, and what was answered rightly
 * of them goes to the log as Easy, so that it comes back late. `answers`: what came in, unchecked;
 * all is graded again, and a lesson without answers that carry it is refused before anything is
 * written. Harmless when repeated. Throws invalid_input, course_not_published.
 */
export async function applyPlacement(
  scope: LearnerScope,
  input: { lessonIds: readonly LessonId[]; answers: readonly unknown[]; now: number },
): Promise<{ skipped: number; recorded: number }> {
  const { lessonIds, now } = input
  const learner = await learnerState(scope, now)
  const given = input.answers.map((value) => readAnswer(learner, value))
  for (const id of lessonIds) requireKnown(learner, id, given)

  const wanted = new Set(lessonIds)
  const events = given
    .filter(({ question, right }) => right && wanted.has(question.lesson))
    .filter(({ question }) => cardOf(learner, question).state.phase === 'new')
  const outcomes = await recordReviews(scope, { events: levelled(learner, events), now })
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected') {
      throw new AppError('invalid_input', `${outcome.message} No lesson was skipped.`)
    }
  }
  await noteLessonsSkipped(scope.user.id, lessonIds, now)
  return { skipped: lessonIds.length, recorded: events.length }
}

/** All would fall due on about the same day: each is given the day that spreads them best. */
function levelled(state: StudyState, given: readonly Given[]): readonly SubmittedEvent[] {
  const { clock, model, now } = state
  let load = comingLoad(state)
  return given.map(({ event, question }) => {
    const at = Math.min(Date.parse(event.at), now)
    const day = studyDayOf(at, clock)
    const grade = { rating: 4, at, day, cardKey: question.id } as const
    const chosenDays = load && levelledDays(NEW_CARD, grade, model, load)
    if (load === null || chosenDays === null || chosenDays === undefined) return event
    load = withOneMore(load, addDays(day, chosenDays))
    return { ...event, chosenDays }
  })
}

function readAnswer({ look }: StudyState, value: unknown): Given {
  const sent = typeof value === 'object' && value !== null ? value : {}
  const parsed = parseSubmitted({ ...sent, kind: 'grade', rating: 4, context: 'placement' })
  if (!parsed.ok) throw new AppError('invalid_input', `${parsed.message} No lesson was skipped.`)
  const { event } = parsed
  const question = look.question(event.questionId)
  if (event.kind !== 'grade' || question === undefined) {
    throw new AppError(
      'invalid_input',
      'The course was corrected in the meantime, and a question was retired. No lesson was skipped. Take the placement again.',
    )
  }
  const right = event.answer !== null && grade(question, event.answer).outcome === 'right'
  return { event, question, right }
}

function requireKnown({ look }: StudyState, id: LessonId, given: readonly Given[]): void {
  const lesson = look.lesson(id)
  if (!lesson)
    throw new AppError('invalid_input', 'The course has no such lesson. No lesson was skipped.')
  const own = given.filter(({ question }) => question.lesson === id)
  const candidates = apart(own.flatMap(({ question }) => candidateOf(question) ?? []))
  const answers = own.map(({ question, right }) => ({ questionId: question.id, right }))
  const [finding] = findingsOf([{ id, module: lesson.module, candidates }], answers)
  if (finding?.verdict === 'known') return
  throw new AppError(
    'invalid_input',
    `The answers do not show that “${lesson.title}” is known. No lesson was skipped.`,
  )
}
