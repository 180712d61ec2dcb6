import 'server-only'
import { citationLabel } from '../../course/citation-label'
import type { LookUp } from '../../course/look-up'
import { appealsOfExam } from '../../db/exam/exam-appeals'
import { attemptsOfExam } from '../../db/exam/exam-attempts'
import { findUser } from '../../db/people/users'
import { type Appeal, typedIn } from '../../exam/appeal'
import type { ExamQuestion } from '../../exam/blueprint'
import type { ExamId, SourceId, UserId } from '../../kernel/ids'
import { answerText } from '../../kinds/answer-text'
import { currentCourse } from '../current-course'
import type { CohortScope } from '../scope'
import { alikeAnswers, isAt } from './alike-answers'
import { examIn } from './exam-in'
import { givenAnswers } from './given-answers'

export type AppealView = Appeal & {
  /** Who made it, and who decided it. */
  readonly by: string
  readonly decidedBy: string | null
  readonly attemptNumber: number
  /** As they were when the question was drawn. */
  readonly prompt: string
  readonly accepted: readonly string[]
  readonly explanation: string
  /** As the course cites them today. */
  readonly citations: readonly {
    readonly source: SourceId
    readonly paragraph: number
    readonly label: string
  }[]
  readonly typed: string
  /** How many other answers say the same and wait for a decision as well. */
  readonly alike: number
}

/** The appeals of an exam, the open ones first, else the oldest first. Throws not_found. */
export async function loadAppeals(
  scope: CohortScope,
  { examId }: { readonly examId: ExamId },
): Promise<readonly AppealView[]> {
  const exam = await examIn(scope, examId)
  const appeals = await appealsOfExam(exam.id)
  if (appeals.length === 0) return []
  const [attempts, course] = await Promise.all([
    attemptsOfExam(exam.id),
    currentCourse({ newest: scope.newest }),
  ])
  const given = await givenAnswers(attempts)
  const names = await namesOf(appeals.flatMap(({ userId, decision }) => [userId, decision?.byId]))
  const views = appeals.flatMap((appeal): AppealView[] => {
    const one = given.find(isAt(appeal))
    if (!one) return []
    const { question } = one.drawn
    const { decision } = appeal
    return [
      {
        ...appeal,
        by: names.get(appeal.userId) ?? 'A former analyst',
        decidedBy: decision ? (names.get(decision.byId) ?? 'A former instructor') : null,
        attemptNumber: attempts.find(({ id }) => id === appeal.attemptId)?.number ?? 1,
        prompt: question.prompt,
        accepted: acceptedBy(question, course?.look),
        explanation: question.explanation,
        citations: course ? citationsOf(question, course.look) : [],
        typed: typedIn(one.answer) ?? '',
        alike: decision?.granted ? 0 : alikeAnswers(one, { attempts, given, appeals }).length,
      },
    ]
  })
  return views.sort((a, b) => Number(a.decision !== null) - Number(b.decision !== null))
}

async function namesOf(ids: readonly (UserId | undefined)[]): Promise<Map<UserId, string>> {
  const names = new Map<UserId, string>()
  for (const id of new Set(ids)) {
    const user = id === undefined ? null : await findUser(id)
    if (user) names.set(user.id, user.name)
  }
  return names
}

const acceptedBy = (question: ExamQuestion, look: LookUp | undefined): readonly string[] => {
  const answer = answerText(question, (id) => look?.nameOf(id) ?? id)
  return 'accept' in question ? [answer, ...question.accept] : [answer]
}

const citationsOf = (question: ExamQuestion, look: LookUp) =>
  look.citationsOf(question).map(({ source, paragraph }) => {
    const cited = look.source(source)
    const label = cited ? citationLabel(cited, paragraph) : `${source}, ¶${paragraph}`
    return { source, paragraph, label }
  })
