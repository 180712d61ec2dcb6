import 'server-only'
import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import type { Reach } from '../../course/reach'
import { together } from '../../db/connection/together'
import { insertExam } from '../../db/exam/exams'
import { recordAudit } from '../../db/people/audit'
import {
  type Blueprint,
  candidatesFor,
  isMachineGraded,
  questionsIn,
  reachOfLine,
} from '../../exam/blueprint'
import { roomOf } from '../../exam/conflicting-questions'
import type { Exam } from '../../exam/exam'
import { AppError } from '../../kernel/app-error'
import { asExamId, type ExamId } from '../../kernel/ids'
import { checked, checkName } from '../check-account-input'
import { type PublishedCourse, requireCourse } from '../current-course'
import type { OpenCohortScope } from '../scope'

const MOST_QUESTIONS = 200

const limits = z.object({
  minutes: z
    .int('The minutes must be a whole number.')
    .min(1, 'An exam must last at least 1 minute.')
    .max(480, 'An exam can last at most 480 minutes.'),
  passMark: z
    .number()
    .min(0.01, 'The pass mark must be at least 1 percent.')
    .max(1, 'The pass mark can be at most 100 percent.'),
  maxAttempts: z
    .int('The attempts must be a whole number.')
    .min(1, 'An exam must allow at least 1 attempt.')
    .max(10, 'An exam can allow at most 10 attempts.'),
  retakeAfterDays: z
    .int('The days must be a whole number.')
    .min(0, 'Days before a retake cannot be less than 0.')
    .max(365, 'The days before a retake can be at most 365.'),
})

export type ExamInput = Omit<Exam, 'id' | 'cohortId' | 'createdAt'> & { readonly now: number }

/** Throws invalid_input, course_not_published. */
export async function createExam(scope: OpenCohortScope, input: ExamInput): Promise<ExamId> {
  const { cohort, viewer } = scope
  const { opensAt, closesAt, movesSchedule, now } = input
  const title = checkName(input.title)
  const rules = checked(limits, {
    minutes: input.minutes,
    passMark: input.passMark,
    maxAttempts: input.maxAttempts,
    retakeAfterDays: input.retakeAfterDays,
  })
  if (closesAt !== null && closesAt <= Math.max(now, opensAt ?? now)) {
    throw new AppError(
      'invalid_input',
      'The last day is before the exam opens, or is already past. No exam was created. Choose a later day.',
    )
  }
  const blueprint = possible(input.blueprint, await requireCourse(scope))

  const id = asExamId(uuidv7())
  const exam = {
    id,
    cohortId: cohort.id,
    title,
    blueprint,
    ...rules,
    movesSchedule,
    opensAt,
    closesAt,
    createdAt: now,
    createdById: viewer.id,
  }
  const detail = { exam: id, cohort: cohort.id, title, questions: questionsIn(blueprint) }
  await together(async () => {
    await insertExam(exam)
    await recordAudit({ at: now, actorId: viewer.id, kind: 'exam_created', detail })
  })
  return id
}

/** Before the word “questions”. */
const WITHIN: Readonly<Record<Reach, string>> = { core: 'core ', full: 'core and full ', all: '' }

/** The blueprint without empty lines. Throws if the course cannot supply it. */
function possible(wanted: Blueprint, { catalogue, look }: PublishedCourse): Blueprint {
  const blueprint = wanted.filter(({ questions }) => questions !== 0)
  const room = roomOf(candidatesFor(blueprint, catalogue.questions.filter(isMachineGraded)))
  const total = questionsIn(blueprint)
  if (blueprint.length === 0) refuse('Choose at least one question of one topic.')
  if (total > MOST_QUESTIONS) refuse(`An exam can have at most ${MOST_QUESTIONS} questions.`)
  if (new Set(blueprint.map(({ topicId }) => topicId)).size < blueprint.length) {
    refuse('List each topic only once.')
  }
  for (const line of blueprint) {
    const { topicId, questions } = line
    const most = room.get(topicId)?.most ?? 0
    const name = look.topic(topicId)?.title ?? topicId
    if (!Number.isInteger(questions) || questions < 0) refuse(`Give a whole number for “${name}”.`)
    if (questions > most) {
      refuse(
        `“${name}” can supply at most ${most} ${WITHIN[reachOfLine(line)]}questions to one exam, but the blueprint asks for ${questions}.`,
      )
    }
  }
  return blueprint
}

function refuse(reason: string): never {
  throw new AppError(
    'invalid_input',
    `${reason} No exam was created; what you typed is still here.`,
  )
}
