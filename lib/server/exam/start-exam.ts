import 'server-only'
import { randomUUID } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import { together } from '../../db/connection/together'
import { holdRules, personalRules } from '../../db/exam/allowances'
import { attemptsOfExam, insertAttempt } from '../../db/exam/exam-attempts'
import { recordAudit } from '../../db/people/audit'
import { minutesOf } from '../../exam/allowance'
import { isMachineGraded } from '../../exam/blueprint'
import { draw } from '../../exam/draw'
import { type ExamStatus, examStatusOf } from '../../exam/exam-status'
import { AppError } from '../../kernel/app-error'
import { MINUTE_MS } from '../../kernel/duration'
import { asAttemptId, type ExamId } from '../../kernel/ids'
import { shuffleOptions } from '../../kinds/shuffle-options'
import { requireCourse } from '../current-course'
import type { LearnerScope } from '../scope'
import { examTakenBy } from './exam-access'
import { settleOwn } from './settle-attempts'

/**
 * Starts an attempt, or continues the one in progress. If two tabs ask at once, only one attempt is
 * started. Throws not_found, not_allowed (closed, no attempts left, passed, too early),
 * course_not_published.
 */
export async function startExam(
  scope: LearnerScope,
  input: { examId: ExamId; now: number },
): Promise<void> {
  const { user } = scope
  const { now } = input
  const exam = await examTakenBy(scope, input.examId)
  await settleOwn(scope, now)
  const [rules, attempts] = await Promise.all([
    personalRules(user.id, exam),
    attemptsOfExam(exam.id, user.id),
  ])
  const status = examStatusOf(exam, rules, attempts, now)
  if (status.kind === 'running') return
  if (!exam.member) throw refusal('closed')
  if (status.kind !== 'may-start') throw refusal(status.kind)

  const { catalogue, look } = await requireCourse(scope)
  const id = asAttemptId(uuidv7())
  const drawn = draw(catalogue.questions.filter(isMachineGraded), exam.blueprint, id)
  if (!drawn.ok) {
    const names = drawn.error.map(({ topicId, reach }) => {
      const title = look.topic(topicId)?.title ?? topicId
      return reach === 'all' ? title : `${title} (${reach})`
    })
    throw new AppError(
      'not_allowed',
      `The course has changed since this exam was made: ${names.join(', ')} no longer have enough questions. No attempt was used. Tell your instructor, who can create a new exam.`,
    )
  }
  const attempt = {
    id,
    userId: user.id,
    examId: exam.id,
    number: status.number,
    startedAt: now,
  }
  // The seed is not stored, so the order of the options cannot be reconstructed from the id of the
  // attempt.
  const shown = drawn.value.map((question) => ({
    question,
    shown: shuffleOptions(question, randomUUID()),
  }))
  const detail = { analyst: user.id, exam: exam.id, attempt: id }
  await together(async () => {
    // Extra time that is given at this moment counts: whoever gives it waits for this, or this for them.
    await holdRules(exam.id)
    const minutes = minutesOf(exam, await personalRules(user.id, exam))
    const timed = { ...attempt, endsAt: now + minutes * MINUTE_MS }
    if (!(await insertAttempt(timed, shown))) return
    await recordAudit({ at: now, actorId: user.id, kind: 'exam_started', detail })
  })
}

function refusal(kind: Exclude<ExamStatus['kind'], 'running' | 'may-start'>): AppError {
  const because = {
    passed: 'You have already passed this exam.',
    spent: 'You have used all attempts at this exam.',
    closed: 'This exam is closed.',
    wait: 'It is too early for the next attempt.',
    'not-open-yet': 'This exam is not open yet.',
  }[kind]
  return new AppError('not_allowed', `${because} No attempt was used.`)
}
