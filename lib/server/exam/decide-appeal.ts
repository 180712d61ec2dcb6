import 'server-only'
import { newCertificateCode } from '../../credentials/certificate-code'
import { together } from '../../db/connection/together'
import { appealsOfExam, writeDecision } from '../../db/exam/exam-appeals'
import { attemptsOfExam } from '../../db/exam/exam-attempts'
import { regradesOfExam } from '../../db/exam/regrades'
import { recordAudit } from '../../db/people/audit'
import { insertNotices } from '../../db/reminder/notices'
import { type AnswerPlace, type Appeal, certificateAfter, type Decision } from '../../exam/appeal'
import type { Exam } from '../../exam/exam'
import { type ExamResult, resultWith } from '../../exam/result'
import { AppError } from '../../kernel/app-error'
import type { ExamId } from '../../kernel/ids'
import { lengthOf, severalLines } from '../../kernel/visible-text'
import { appealNotice } from '../../reminder/notices'
import type { InstructedCohortScope } from '../scope'
import { alikeAnswers, isAt } from './alike-answers'
import { examIn } from './exam-in'
import { givenAnswers } from './given-answers'

const LONGEST_REPLY = 2000

export type AppealDecision = AnswerPlace & {
  readonly examId: ExamId
  readonly grant: boolean
  /** What the analyst reads. A refusal needs one. */
  readonly reply: string
  /** Whether to grant the same answer of others as well. */
  readonly alike: boolean
  readonly now: number
}

/**
 * Grants an appeal, refuses it, or changes an earlier decision. The attempt gets its corrected result,
 * and its certificate is issued or revoked accordingly; the analyst is told. The log of reviews is not
 * changed. This also works in an archived cohort, as revoking a certificate does. Returns how many
 * answers were decided. Throws not_found, not_allowed, invalid_input.
 */
export async function decideAppeal(
  scope: InstructedCohortScope,
  input: AppealDecision,
): Promise<number> {
  const exam = await examIn(scope, input.examId)
  const [appeals, attempts] = await Promise.all([appealsOfExam(exam.id), attemptsOfExam(exam.id)])
  const appeal = appeals.find(isAt(input))
  if (!appeal) {
    throw new AppError('not_found', 'There is no such appeal in this exam. Nothing was changed.')
  }
  if (appeal.userId === scope.viewer.id) {
    throw new AppError(
      'not_allowed',
      'This is your own appeal. Another instructor has to decide it. Nothing was changed.',
    )
  }
  const reply = replyIn(input)
  const places: (AnswerPlace & Pick<Appeal, 'graded'>)[] = [appeal]
  if (input.grant && input.alike) {
    const given = await givenAnswers(attempts)
    const one = given.find(isAt(appeal))
    const others = one ? alikeAnswers(one, { attempts, given, appeals }) : []
    for (const other of others) {
      const outcome = attempts.find(({ id }) => id === other.attemptId)?.result?.outcomes
      const graded = outcome?.[other.position] === 'unanswered' ? 'unanswered' : 'wrong'
      if (other.userId !== scope.viewer.id) places.push({ ...other, graded })
    }
  }
  const decision: Decision = { granted: input.grant, reply, at: input.now, byId: scope.viewer.id }
  const regradedAt = (await regradesOfExam(exam.id)).map(({ at }) => at)
  let decided = 0
  for (const place of places) {
    if (await decideOne(scope, exam, place, decision, regradedAt)) decided += 1
  }
  if (decided > 0) return decided
  throw new AppError(
    'invalid_input',
    `This appeal is already ${input.grant ? 'granted' : 'refused'}. Nothing was changed.`,
  )
}

function replyIn({ grant, reply: typed }: AppealDecision): string | null {
  const reply = severalLines(typed)
  if (lengthOf(reply) > LONGEST_REPLY) {
    throw new AppError(
      'invalid_input',
      `A reply can have at most ${LONGEST_REPLY} characters. Nothing was changed.`,
    )
  }
  if (!grant && reply === '') {
    throw new AppError(
      'invalid_input',
      'Tell the analyst in a reply why the answer does not count. Nothing was changed.',
    )
  }
  return reply === '' ? null : reply
}

/** False when it was decided so before. Decision, result, record and the notice to the analyst in one. */
const decideOne = (...args: Parameters<typeof decide>): Promise<boolean> =>
  together(() => decide(...args))

async function decide(
  { cohort, viewer }: InstructedCohortScope,
  exam: Exam,
  place: AnswerPlace & Pick<Appeal, 'graded'>,
  decision: Decision,
  regradedAt: readonly number[],
): Promise<boolean> {
  const { granted, at: now } = decision
  let wasGranted = false
  let rightBefore: number | null = null
  const correction = await writeDecision(place, { decision, graded: place.graded }, (graded) => {
    const { attempt, drawn, appeals, regraded } = graded
    const before = appeals.find(isAt(place))
    wasGranted = before?.decision?.granted === true
    rightBefore = attempt.result?.right ?? null
    if (attempt.result === null || before?.decision?.granted === granted) return null
    const outcomeOfRegrade = regraded.find(isAt(place))?.outcome
    const outcomes = attempt.result.outcomes.with(
      place.position,
      granted ? 'right' : (outcomeOfRegrade ?? before?.graded ?? place.graded),
    )
    const result = resultWith(drawn, outcomes, exam.passMark)
    const takenBackAt = appeals.flatMap(({ decision: other }) =>
      other?.granted === false ? [other.at] : [],
    )
    const correctedAt = [...takenBackAt, ...regradedAt]
    const change = { passed: result.passed, correctedAt, newCode: newCertificateCode(), now }
    return { result, certificate: certificateAfter(attempt.certificate, change) }
  })
  if (correction === null) return false
  const kind = granted
    ? 'exam_appeal_granted'
    : wasGranted
      ? 'exam_appeal_taken_back'
      : 'exam_appeal_refused'
  const { userId, attemptId, position } = place
  const detail = {
    cohort: cohort.id,
    exam: exam.id,
    attempt: attemptId,
    analyst: userId,
    position,
    rightBefore,
    right: correction.result.right,
    reply: decision.reply,
  }
  await recordAudit({ at: now, actorId: viewer.id, kind, detail })
  await tell(place, exam, { kind, result: correction.result, now })
  return true
}

type Told = {
  readonly kind: 'exam_appeal_granted' | 'exam_appeal_refused' | 'exam_appeal_taken_back'
  readonly result: ExamResult
  readonly now: number
}

function tell(place: AnswerPlace, exam: Exam, { kind, result, now }: Told): Promise<void> {
  const title = {
    exam_appeal_granted: 'An exam answer of yours now counts as correct',
    exam_appeal_refused: 'Your appeal was refused',
    exam_appeal_taken_back: 'An exam answer of yours no longer counts as correct',
  }[kind]
  const { right, total, passed } = result
  const about = { title, ...place, examId: exam.id, exam: exam.title, at: now }
  const notice = appealNotice({ ...about, right, total, passed })
  return insertNotices([{ userId: place.userId, notice }], now)
}
