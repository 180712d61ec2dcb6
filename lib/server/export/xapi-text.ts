import 'server-only'
import { createHash } from 'node:crypto'
import { attemptsToSettle } from '../../db/exam/exam-attempts'
import { findExam } from '../../db/exam/exams'
import { gradedAttempts, lessonsRead, logPages } from '../../db/operate/export-log'
import type { User } from '../../db/people/users'
import { undoneOf } from '../../db/study/undone'
import { answered, completed, examined, type Statement, type XapiGround } from '../../interop/xapi'
import type { UserId } from '../../kernel/ids'
import { givenText } from '../../kinds/given-text'
import { interactionOf, responseOf } from '../../kinds/interaction-of'
import { gradedNow } from '../exam/graded-now'

type Person = Pick<User, 'id' | 'name'>

type Ground = XapiGround & {
  /** Whether a question or a lesson belongs to a course that is not to be told of. */
  readonly leavesOut: (id: string) => boolean
}

/**
 * One JSON array with one statement on each line. People come in the given order, and the
 * statements of a person are sorted by kind and time.
 */
export async function* xapiText(
  people: readonly Person[],
  ground: Ground,
  now: number,
): AsyncGenerator<string> {
  let before = '[\n'
  for (const person of people) {
    for await (const statements of statementsOf(person, ground, now)) {
      if (statements.length === 0) continue
      yield before + statements.map((statement) => JSON.stringify(statement)).join(',\n')
      before = ',\n'
    }
  }
  yield before === '[\n' ? '[]\n' : '\n]\n'
}

/** An undone answer is left out: it was pressed by mistake. */
async function* statementsOf(
  person: Person,
  ground: Ground,
  now: number,
): AsyncGenerator<readonly Statement[]> {
  const { nameOf } = ground.look
  const undone = await undoneOf(person.id)
  for await (const page of logPages(person.id)) {
    yield page.flatMap((event) => {
      if (event.kind !== 'grade' || undone.has(event.id)) return []
      if (ground.leavesOut(event.questionId)) return []
      const answer = event.graded?.answer ?? null
      const question = ground.look.question(event.questionId)
      const told = {
        interaction: question ? interactionOf(question, nameOf) : null,
        response: question && answer ? responseOf(question, answer) : null,
        given: answer === null ? '' : givenText(answer, nameOf),
      }
      return [answered(person, event, told, ground)]
    })
  }
  const lessons = await lessonsRead(person.id)
  yield lessons
    .filter(({ id }) => !ground.leavesOut(id))
    .map((lesson) =>
      completed(person, { ...lesson, statementId: uuidOf(`${person.id}/${lesson.id}`) }, ground),
    )
  const stored = await gradedAttempts(person.id)
  const attempts = [...stored, ...(await overAttempts(person.id, now))].sort(
    (a, b) => a.submittedAt - b.submittedAt,
  )
  // A statement never changes, so a corrected result is another one.
  yield attempts.map(({ decidedAt, ...attempt }) => {
    const id = decidedAt === null ? attempt.id : uuidOf(`${attempt.id}/${decidedAt}`)
    return examined(person, { ...attempt, id }, ground)
  })
}

/** Those whose time is over and that nothing has graded yet, with the result that will be stored. */
async function overAttempts(
  userId: UserId,
  now: number,
): Promise<Awaited<ReturnType<typeof gradedAttempts>>> {
  const over = await attemptsToSettle({ userId }, now)
  const examIds = [...new Set(over.map(({ examId }) => examId))]
  const exams = (await Promise.all(examIds.map(findExam))).filter((exam) => exam !== null)
  return (await gradedNow(over, exams, now)).flatMap(
    ({ id, examId, startedAt, submittedAt, result }) => {
      const exam = exams.find((each) => each.id === examId)
      if (exam === undefined || result === null || submittedAt === null) return []
      const { right, total, passed } = result
      const score = total === 0 ? 0 : right / total
      const times = { startedAt, submittedAt, decidedAt: null }
      const topicIds = exam.blueprint.map(({ topicId }) => topicId)
      return [{ id, examId, title: exam.title, topicIds, score, passed, ...times }]
    },
  )
}

/** The namespace of these names, made once at random. */
const NAMESPACE = '6f1c8a3e9d524b7fa0c25e8b71d4f693'

/** The same UUID for the same name in every export (version 5 of RFC 9562). */
function uuidOf(name: string): string {
  const hash = createHash('sha1').update(Buffer.from(NAMESPACE, 'hex')).update(name).digest()
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6)
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = hash.toString('hex').slice(0, 32)
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
