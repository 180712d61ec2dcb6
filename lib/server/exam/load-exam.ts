import 'server-only'
import { personalRules } from '../../db/exam/allowances'
import { appealsOfExam } from '../../db/exam/exam-appeals'
import { attemptsOfExam, drawnQuestions } from '../../db/exam/exam-attempts'
import type { ExamOfCohort } from '../../db/exam/exams'
import { regradedOfExam } from '../../db/exam/regrades'
import { attemptsOf, extraMinutesOf, minutesOf } from '../../exam/allowance'
import { type Appeal, canBeAppealed, typedIn } from '../../exam/appeal'
import { changedSince } from '../../exam/changed-since'
import type { Attempt } from '../../exam/exam'
import { type ExamStatus, examStatusOf } from '../../exam/exam-status'
import type { ExamId, TopicId } from '../../kernel/ids'
import { currentCourse } from '../current-course'
import type { LearnerScope } from '../scope'
import { isAt } from './alike-answers'
import { examTakenBy } from './exam-access'
import { type GivenAnswer, givenAnswers } from './given-answers'
import { gradedNow } from './graded-now'

/**
 * A typed answer that did not count as right, or that was appealed. It holds what this person has seen
 * and written, and nothing of the right answer.
 */
export type TypedAnswer = {
  readonly position: number
  readonly prompt: string
  readonly typed: string
  readonly appeal: Pick<Appeal, 'reason' | 'madeAt' | 'decision'> | null
}

export type ExamView = {
  readonly exam: ExamOfCohort
  /** With what this person gets beyond the rules of the exam. */
  readonly minutes: number
  readonly extraMinutes: number
  readonly maxAttempts: number
  readonly extraAttempts: number
  readonly status: ExamStatus
  /**
   * The attempts that are over, newest first. `changedSince` counts questions whose meaning was
   * corrected, or that were withdrawn, since then.
   */
  readonly past: readonly (Attempt & {
    readonly changedSince: number
    /** How many answers count in another way by decision of an instructor after a correction. */
    readonly regraded: number
    readonly typedAnswers: readonly TypedAnswer[]
  })[]
  readonly topicTitles: Readonly<Record<TopicId, string>>
}

/** Throws not_found. */
export async function loadExam(
  scope: LearnerScope,
  input: { examId: ExamId; now: number },
): Promise<ExamView> {
  const { user } = scope
  const exam = await examTakenBy(scope, input.examId)
  const [stored, appeals, regraded, course, rules] = await Promise.all([
    attemptsOfExam(exam.id, user.id),
    appealsOfExam(exam.id, user.id),
    regradedOfExam(exam.id, user.id),
    currentCourse({ newest: scope.newest }),
    personalRules(user.id, exam),
  ])
  const attempts = await gradedNow(stored, [exam], input.now)
  const status = examStatusOf(exam, rules, attempts, input.now)
  const over = attempts.filter(({ result }) => result !== null).reverse()
  const past = over.map(async (attempt) => {
    const [drawn, given] = await Promise.all([
      drawnQuestions(user.id, attempt.id),
      givenAnswers([attempt]),
    ])
    const decided = new Set(
      regraded
        .filter(({ attemptId, choice }) => attemptId === attempt.id && choice !== 'as-asked')
        .map(({ position }) => position),
    )
    const open = drawn.filter((_, position) => !decided.has(position))
    return {
      ...attempt,
      changedSince: course ? changedSince(open, course.look) : open.length,
      regraded: decided.size,
      // What counted as wrong, and the words of an instructor, may help with the exam that is open.
      typedAnswers: scope.examRuns
        ? []
        : given.flatMap((one) => typedAnswer(attempt, one, appeals)),
    }
  })
  const mayTake = exam.member || status.kind !== 'may-start'
  return {
    exam,
    minutes: minutesOf(exam, rules),
    extraMinutes: extraMinutesOf(exam, rules),
    maxAttempts: attemptsOf(exam, rules),
    extraAttempts: rules.allowance?.extraAttempts ?? 0,
    status: mayTake ? status : { kind: 'closed' },
    past: await Promise.all(past),
    topicTitles: Object.fromEntries(
      course?.catalogue.course.topics.map(({ id, title }) => [id, title]) ?? [],
    ),
  }
}

function typedAnswer(
  { result }: Attempt,
  one: GivenAnswer,
  appeals: readonly Appeal[],
): readonly TypedAnswer[] {
  const { position, drawn, answer } = one
  const typed = typedIn(answer)
  const appeal = appeals.find(isAt(one)) ?? null
  const isListed = appeal !== null || (result !== null && canBeAppealed(result, position, answer))
  if (typed === null || !isListed) return []
  const { reason, madeAt, decision } = appeal ?? {}
  return [
    {
      position,
      prompt: drawn.question.prompt,
      typed,
      appeal:
        reason === undefined || madeAt === undefined || decision === undefined
          ? null
          : { reason, madeAt, decision },
    },
  ]
}
