import 'server-only'
import type { LookUp } from '../../course/look-up'
import { changesSince } from '../../course/revisions'
import { drawnRevisions, type Regrade, regradesOfExam } from '../../db/exam/regrades'
import { namesOf } from '../../db/people/users'
import { isChangedSince } from '../../exam/changed-since'
import type { Exam } from '../../exam/exam'
import { placeOf } from '../../exam/regrade'
import { type QuestionPreview, regradePreview } from '../../exam/regrade-preview'
import type { ExamId, QuestionId, UserId } from '../../kernel/ids'
import { answerText } from '../../kinds/answer-text'
import { currentCourse, requireCourse } from '../current-course'
import type { CohortScope } from '../scope'
import { examIn } from './exam-in'
import { gradedAttemptsOf } from './graded-attempts'

export type RegradeQuestion = QuestionPreview & {
  readonly prompt: string
  readonly answerAsked: string
  /** Null when the question was withdrawn. */
  readonly answerNow: string | null
  /** What the course says about its corrections. */
  readonly notes: readonly string[]
  /** The decisions so far, the latest first. */
  readonly decided: readonly (Regrade & { readonly by: string })[]
}

export type RegradesView = {
  readonly exam: Exam
  readonly questions: readonly RegradeQuestion[]
  readonly nameOf: (userId: UserId) => string
}

/** Questions of graded attempts that were corrected in meaning or withdrawn since; of some, nobody has decided yet. */
export type Corrected = { readonly questions: number; readonly waiting: number }

export async function countCorrected(
  scope: CohortScope,
  { examId }: { readonly examId: ExamId },
): Promise<Corrected> {
  const [drawn, course, decided] = await Promise.all([
    drawnRevisions(examId),
    currentCourse({ newest: scope.newest }),
    regradesOfExam(examId),
  ])
  const changed = course ? changedAmong(drawn, course.look) : []
  const known = new Set(decided.map(({ questionId }) => questionId))
  const waiting = changed.filter((questionId) => !known.has(questionId))
  return { questions: changed.length, waiting: waiting.length }
}

const changedAmong = (
  drawn: Awaited<ReturnType<typeof drawnRevisions>>,
  look: LookUp,
): readonly QuestionId[] => {
  const changed = drawn.filter(({ questionId: id, revision }) =>
    isChangedSince({ id, revision }, look),
  )
  return [...new Set(changed.map(({ questionId }) => questionId))]
}

/** What each choice would do, for every corrected question. Throws not_found, course_not_published. */
export async function loadRegrades(
  scope: CohortScope,
  { examId }: { readonly examId: ExamId },
): Promise<RegradesView> {
  const exam = await examIn(scope, examId)
  const [{ look }, drawn, decided] = await Promise.all([
    requireCourse({ newest: scope.newest }),
    drawnRevisions(exam.id),
    regradesOfExam(exam.id),
  ])
  const attempts = await gradedAttemptsOf(exam.id, changedAmong(drawn, look))
  const changed = new Set<QuestionId>(
    attempts.flatMap(({ drawn }) =>
      drawn.flatMap(({ question }) => (isChangedSince(question, look) ? [question.id] : [])),
    ),
  )
  const people = [
    ...attempts.map(({ attempt }) => attempt.userId),
    ...decided.map(({ byId }) => byId),
  ]
  const names = await namesOf([...new Set(people)])
  const nameOf = (id: UserId) => names.get(id) ?? 'A former account'
  const questions: RegradeQuestion[] = []
  for (const questionId of changed) {
    const preview = regradePreview(attempts, questionId, exam, look)
    const holder = attempts.find((one) => placeOf(one, questionId, look) !== null)
    const asked = holder?.drawn.find(({ question }) => question.id === questionId)?.question
    if (preview === null || asked === undefined) continue
    const present = look.question(questionId)
    const own = decided.filter((each) => each.questionId === questionId)
    const text = (question: Parameters<typeof answerText>[0]) => answerText(question, look.nameOf)
    questions.push({
      ...preview,
      prompt: asked.prompt,
      answerAsked: text(asked),
      answerNow: present === undefined ? null : text(present),
      notes: present ? changesSince(present, asked.revision).map(({ note }) => note) : [],
      decided: own.map((each) => ({ ...each, by: nameOf(each.byId) })),
    })
  }
  return { exam, questions, nameOf }
}
