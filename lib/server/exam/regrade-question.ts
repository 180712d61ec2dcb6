import 'server-only'
import { uuidv7 } from 'uuidv7'
import { newCertificateCode } from '../../credentials/certificate-code'
import { together } from '../../db/connection/together'
import { holdExams } from '../../db/exam/allowances'
import type { Correction } from '../../db/exam/exam-appeals'
import { insertRegrade, regradesOfExam, writeRegraded } from '../../db/exam/regrades'
import { recordAudits } from '../../db/people/audit'
import { livingAmong } from '../../db/people/users'
import { insertNotices } from '../../db/reminder/notices'
import { certificateAfter } from '../../exam/appeal'
import type { Exam } from '../../exam/exam'
import {
  choicesFor,
  type GradedAttempt,
  placeOf,
  type RegradeChoice,
  regradedResult,
} from '../../exam/regrade'
import type { ExamResult } from '../../exam/result'
import { AppError } from '../../kernel/app-error'
import type { ExamId, QuestionId } from '../../kernel/ids'
import { lengthOf, severalLines } from '../../kernel/visible-text'
import { regradeNotice } from '../../reminder/notices'
import { requireCourse } from '../current-course'
import type { InstructedCohortScope } from '../scope'
import { examIn } from './exam-in'
import { gradedAttemptsOf } from './graded-attempts'

const LONGEST_REASON = 500

/** A cohort of 500 takes a while. */
const PATIENCE = { maxWait: 30_000, timeout: 120_000 }

export type RegradeDone = {
  readonly attempts: number
  /** Whose marks are others now, and of these who passes now and who no longer does. */
  readonly changed: number
  readonly newlyPassed: number
  readonly newlyFailed: number
}

/**
 * Counts the answers to a corrected or withdrawn question in another way, in every graded attempt that
 * has it as it was before, in one step. Result, pass and certificate follow, and who has another result
 * is told. A granted appeal stays. Regrading “as asked” gives the first results again. This also works in an
 * archived cohort, as deciding an appeal does. Throws not_found, not_allowed, invalid_input,
 * course_not_published.
 */
export async function regradeQuestion(
  scope: InstructedCohortScope,
  input: {
    readonly examId: ExamId
    readonly questionId: QuestionId
    readonly choice: RegradeChoice
    readonly reason: string
    readonly now: number
  },
): Promise<RegradeDone> {
  const { cohort, viewer } = scope
  const { questionId, choice, now } = input
  const exam = await examIn(scope, input.examId)
  const { look } = await requireCourse({ newest: scope.newest })
  const present = look.question(questionId)
  const reason = reasonOf(input.reason)
  return together(async () => {
    await holdExams([exam.id])
    const earlier = await regradesOfExam(exam.id)
    const choiceBefore = earlier.find((each) => each.questionId === questionId)?.choice ?? null
    const having = (await gradedAttemptsOf(exam.id, [questionId])).flatMap((one) => {
      const position = placeOf(one, questionId, look)
      return position === null ? [] : [{ one, position }]
    })
    assertPossible(having, choice, present)
    if (having.some(({ one }) => one.attempt.userId === viewer.id)) {
      throw new AppError(
        'not_allowed',
        'An attempt of your own has this question. Another instructor has to decide. Nothing was changed.',
      )
    }
    await insertRegrade({
      ...{ id: uuidv7(), examId: exam.id, questionId, choice, reason },
      ...{ byId: viewer.id, at: now },
    })
    const done = { attempts: having.length, changed: 0, newlyPassed: 0, newlyFailed: 0 }
    const results: Result[] = []
    for (const { one, position } of having) {
      const corrected = await correct(one, { exam, position, choice, present, now }, earlier)
      if (corrected === null) continue
      const { before, after } = corrected
      if (before.right === after.right && before.total === after.total) continue
      done.changed += 1
      if (after.passed && !before.passed) done.newlyPassed += 1
      if (before.passed && !after.passed) done.newlyFailed += 1
      const { userId, id: attemptId } = one.attempt
      const detail = {
        ...{ cohort: cohort.id, exam: exam.id, attempt: attemptId, analyst: userId, position },
        ...{ rightBefore: before.right, right: after.right },
        ...{ totalBefore: before.total, total: after.total },
        ...{ passedBefore: before.passed ? 'yes' : 'no', passed: after.passed ? 'yes' : 'no' },
      }
      const record = { at: now, actorId: viewer.id, kind: 'exam_result_corrected', detail } as const
      results.push({ attempt: one.attempt, after, record })
    }
    const detail = {
      ...{ cohort: cohort.id, exam: exam.id, question: questionId, reason },
      ...{ choiceBefore, choice, ...done },
    }
    await recordAudits([
      ...results.map(({ record }) => record),
      { at: now, actorId: viewer.id, kind: 'exam_regraded', detail },
    ])
    await tell(results, exam, now)
    return done
  }, PATIENCE)
}

type Present = Parameters<typeof choicesFor>[1]

function assertPossible(
  having: readonly { readonly one: GradedAttempt; readonly position: number }[],
  choice: RegradeChoice,
  present: Present,
): void {
  const [first] = having
  const asked = first?.one.drawn[first.position]?.question
  if (asked === undefined) {
    throw new AppError(
      'not_found',
      'No graded attempt of this exam has this question as it was before a correction. Nothing was changed.',
    )
  }
  if (choicesFor(asked, present).includes(choice)) return
  throw new AppError(
    'invalid_input',
    'The course has no new answer to this question that these answers could be compared with. Nothing was changed. Choose another way.',
  )
}

async function correct(
  one: GradedAttempt,
  change: {
    readonly exam: Exam
    readonly position: number
    readonly choice: RegradeChoice
    readonly present: Present
    readonly now: number
  },
  earlier: readonly { readonly at: number }[],
): Promise<{ readonly before: ExamResult; readonly after: ExamResult } | null> {
  const { exam, now, ...place } = change
  let pair: { before: ExamResult; after: ExamResult } | null = null
  await writeRegraded(one.attempt, now, (held) => {
    const before = held.attempt.result
    if (before === null) return null
    const attempt = { ...held.attempt, result: before }
    const { regraded, result } = regradedResult({ ...one, ...held, attempt }, place, exam)
    const takenBackAt = held.appeals.flatMap(({ decision }) =>
      decision?.granted === false ? [decision.at] : [],
    )
    const certificate: Correction['certificate'] = certificateAfter(attempt.certificate, {
      passed: result.passed,
      correctedAt: [...takenBackAt, ...earlier.map(({ at }) => at)],
      newCode: newCertificateCode(),
      now,
    })
    pair = { before, after: result }
    return { regraded, result, certificate }
  })
  return pair
}

/** An attempt whose result is another now, and what the audit says of it. */
type Result = {
  readonly attempt: GradedAttempt['attempt']
  readonly after: ExamResult
  readonly record: Parameters<typeof recordAudits>[0][number]
}

async function tell(results: readonly Result[], exam: Exam, now: number): Promise<void> {
  const living = await livingAmong(results.map(({ attempt }) => attempt.userId))
  const told = results.flatMap(({ attempt: { id, number, userId }, after }) => {
    if (!living.has(userId)) return []
    const { right, total, passed } = after
    const about = { id, number, examId: exam.id, title: exam.title, at: now }
    return [{ userId, notice: regradeNotice({ ...about, right, total, passed }) }]
  })
  await insertNotices(told, now)
}

function reasonOf(typed: string): string {
  const reason = severalLines(typed)
  if (reason !== '' && lengthOf(reason) <= LONGEST_REASON) return reason
  throw new AppError(
    'invalid_input',
    `Give a reason of at most ${LONGEST_REASON} characters. Nothing was changed.`,
  )
}
