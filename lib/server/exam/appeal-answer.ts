import 'server-only'
import { together } from '../../db/connection/together'
import { answersOf } from '../../db/exam/exam-answers'
import { insertAppeal } from '../../db/exam/exam-appeals'
import { recordAudit } from '../../db/people/audit'
import { canBeAppealed } from '../../exam/appeal'
import { AppError } from '../../kernel/app-error'
import type { AttemptId } from '../../kernel/ids'
import { lengthOf, severalLines } from '../../kernel/visible-text'
import type { LearnerScope } from '../scope'
import { ownAttempt } from './exam-access'

const LONGEST_REASON = 500

/**
 * Asks the instructors to count a typed answer as right. Only one's own answer in a graded attempt,
 * and each answer once. Throws not_found, not_allowed, invalid_input.
 */
export async function appealAnswer(
  scope: LearnerScope,
  input: {
    readonly attemptId: AttemptId
    readonly position: number
    readonly reason: string
    readonly now: number
  },
): Promise<void> {
  const { user } = scope
  const { position, now } = input
  const attempt = await ownAttempt(scope, input.attemptId)
  if (attempt.result === null) {
    throw new AppError(
      'not_allowed',
      'This attempt has no result yet. You can appeal when the result is shown.',
    )
  }
  const answers = await answersOf(user.id, attempt.id)
  const answer = answers.find((one) => one.position === position)?.answer
  const outcome = attempt.result.outcomes[position]
  if (
    outcome === undefined ||
    outcome === 'right' ||
    outcome === 'left-out' ||
    !canBeAppealed(attempt.result, position, answer)
  ) {
    throw new AppError(
      'not_allowed',
      'Only an answer that you typed and that did not count as correct can be appealed. Nothing was sent.',
    )
  }
  const reason = severalLines(input.reason)
  if (reason === '' || lengthOf(reason) > LONGEST_REASON) {
    throw new AppError(
      'invalid_input',
      `Say in at most ${LONGEST_REASON} characters why your answer is correct. Nothing was sent.`,
    )
  }
  const place = { userId: user.id, attemptId: attempt.id, position }
  const appeal = { ...place, reason, madeAt: now, graded: outcome, decision: null }
  const detail = { analyst: user.id, exam: attempt.examId, attempt: attempt.id, position }
  await together(async () => {
    if (!(await insertAppeal(appeal))) {
      throw new AppError(
        'not_allowed',
        'You have already appealed this answer. Each answer can be appealed once.',
      )
    }
    await recordAudit({ at: now, actorId: user.id, kind: 'exam_appeal_made', detail })
  })
}
