import type { LookUp } from '../course/look-up'
import type { QuestionId, UserId } from '../kernel/ids'
import type { Exam } from './exam'
import {
  choicesFor,
  type GradedAttempt,
  placeOf,
  type RegradeChoice,
  regradedResult,
} from './regrade'

type Marks = { readonly right: number; readonly total: number; readonly passed: boolean }

/** One attempt that has the question, before and after each choice. */
type RegradedMarks = {
  readonly userId: UserId
  readonly number: number
  readonly now: Marks
  readonly after: ReadonlyMap<RegradeChoice, Marks>
}

/** What a choice would do, in attempts. */
type ChoicePreview = {
  readonly choice: RegradeChoice
  /** Whose share of right answers would be higher, and lower. */
  readonly better: number
  readonly worse: number
  readonly passed: number
  /** Who would pass that does not now, and who would no longer. */
  readonly newlyPassed: readonly UserId[]
  readonly newlyFailed: readonly UserId[]
}

export type QuestionPreview = {
  readonly questionId: QuestionId
  /** Attempts that have it as it was before, and of these the ones that the latest regrade left out. */
  readonly marks: readonly RegradedMarks[]
  readonly notYet: number
  readonly choices: readonly ChoicePreview[]
}

const share = ({ right, total }: Marks): number => (total === 0 ? 0 : right / total)

/** What each choice would do to the graded attempts that have this question as it was before. */
export function regradePreview(
  attempts: readonly GradedAttempt[],
  questionId: QuestionId,
  exam: Pick<Exam, 'passMark'>,
  look: LookUp,
): QuestionPreview | null {
  const present = look.question(questionId)
  const having = attempts.flatMap((one) => {
    const position = placeOf(one, questionId, look)
    return position === null ? [] : [{ one, position }]
  })
  const [first] = having
  const asked = first?.one.drawn[first.position]?.question
  if (asked === undefined) return null
  const choices = choicesFor(asked, present)
  const marks = having.map(({ one, position }): RegradedMarks => {
    const after = choices.map((choice) => {
      const { result } = regradedResult(one, { position, choice, present }, exam)
      return [choice, result] as const
    })
    const { userId, number, result } = one.attempt
    return { userId, number, now: result, after: new Map(after) }
  })
  return {
    questionId,
    marks,
    notYet: having.filter(
      ({ one, position }) => !one.regraded.some((each) => each.position === position),
    ).length,
    choices: choices.map((choice) => {
      const pairs = marks.flatMap(({ userId, now, after }) => {
        const then = after.get(choice)
        return then ? [{ userId, now, then }] : []
      })
      const who = (test: (pair: (typeof pairs)[number]) => boolean) =>
        pairs.filter(test).map(({ userId }) => userId)
      return {
        choice,
        better: who(({ now, then }) => share(then) > share(now)).length,
        worse: who(({ now, then }) => share(then) < share(now)).length,
        passed: who(({ then }) => then.passed).length,
        newlyPassed: who(({ now, then }) => then.passed && !now.passed),
        newlyFailed: who(({ now, then }) => !then.passed && now.passed),
      }
    }),
  }
}
