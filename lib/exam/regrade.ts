import type { LookUp } from '../course/look-up'
import type { QuestionId } from '../kernel/ids'
import type { Answer } from '../kinds/types'
import type { AnswerPlace, Appeal } from './appeal'
import { type ExamQuestion, isMachineGraded } from './blueprint'
import { isChangedSince } from './changed-since'
import type { DrawnQuestion } from './drawn-question'
import type { Attempt, Exam } from './exam'
import { type ExamResult, type Outcome, outcomeOf, resultWith } from './result'

/** How the answers to a question count whose meaning was corrected, or which was withdrawn. */
export const REGRADE_CHOICES = ['both', 'new', 'point', 'leave-out', 'as-asked'] as const
export type RegradeChoice = (typeof REGRADE_CHOICES)[number]

/** What a regrade made of one answer, whatever was decided about it on appeal. */
export type Regraded = AnswerPlace & {
  readonly choice: RegradeChoice
  /** What it was before the first regrade. */
  readonly graded: Outcome
  readonly outcome: Outcome
}

/** A graded attempt with all that its outcomes rest on. `answers` is by position. */
export type GradedAttempt = {
  readonly attempt: Attempt & { readonly result: ExamResult }
  readonly drawn: readonly DrawnQuestion[]
  readonly answers: ReadonlyMap<number, Answer>
  readonly appeals: readonly Appeal[]
  readonly regraded: readonly Regraded[]
}

/** The choices that there are for a question as it is in the course today. */
export function choicesFor(
  asked: ExamQuestion,
  present: ReturnType<LookUp['question']>,
): readonly RegradeChoice[] {
  const hasAnswer = present !== undefined && isMachineGraded(present) && present.kind === asked.kind
  return REGRADE_CHOICES.filter((choice) => hasAnswer || (choice !== 'both' && choice !== 'new'))
}

/** Where an attempt has the question as it was before its meaning was corrected. */
export function placeOf(
  { drawn }: Pick<GradedAttempt, 'drawn'>,
  questionId: QuestionId,
  look: LookUp,
): number | null {
  const position = drawn.findIndex(
    ({ question }) => question.id === questionId && isChangedSince(question, look),
  )
  return position < 0 ? null : position
}

/**
 * The attempt after the answers to a question count in another way. A granted appeal stays: that
 * answer is right and counts, whatever is chosen. Choosing “as asked” gives the outcome that the answer
 * had before the first regrade.
 */
export function regradedResult(
  one: GradedAttempt,
  place: {
    readonly position: number
    readonly choice: RegradeChoice
    readonly present: ReturnType<LookUp['question']>
  },
  { passMark }: Pick<Exam, 'passMark'>,
): { readonly regraded: Regraded; readonly result: ExamResult } {
  const { position, choice, present } = place
  const { attempt, drawn, answers } = one
  const appeal = one.appeals.find((each) => each.position === position)
  const isGranted = appeal?.decision?.granted === true
  const before = one.regraded.find((each) => each.position === position)
  const graded =
    before?.graded ?? (isGranted ? appeal.graded : (attempt.result.outcomes[position] ?? 'wrong'))
  const byNew =
    present !== undefined && isMachineGraded(present)
      ? outcomeOf(present, answers.get(position))
      : graded
  const outcome = outcomeAfter(choice, graded, byNew)
  const outcomes = attempt.result.outcomes.with(position, isGranted ? 'right' : outcome)
  return {
    regraded: { userId: attempt.userId, attemptId: attempt.id, position, choice, graded, outcome },
    result: resultWith(drawn, outcomes, passMark),
  }
}

function outcomeAfter(choice: RegradeChoice, graded: Outcome, byNew: Outcome): Outcome {
  switch (choice) {
    case 'both':
      return byNew === 'right' ? byNew : graded
    case 'new':
      return byNew
    case 'point':
      return 'right'
    case 'leave-out':
      return 'left-out'
    case 'as-asked':
      return graded
  }
}
