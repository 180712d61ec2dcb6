import 'server-only'
import { createHash } from 'node:crypto'
import { logPages } from '../../db/operate/export-log'
import type { User } from '../../db/people/users'
import { undoneOf } from '../../db/study/undone'
import { REVLOG_HEAD, revlogLine, revlogReader } from '../../interop/revlog'
import { modelsOf } from '../learner-models'

type Person = Pick<User, 'id' | 'modelVersion'>

/** Whether a question belongs to a course that is not to be told of. */
type LeavesOut = (questionId: string) => boolean
const NOTHING: LeavesOut = () => false

/** The review log of one person, one page of lines at a time. */
export async function* revlogOf(person: Person): AsyncGenerator<string> {
  yield REVLOG_HEAD
  yield* linesOf(person, '', NOTHING)
}

/**
 * The logs of several people in one file. The number of the person is put before the id of each
 * question, so that every card belongs to one person. The numbers follow the order of a hash, so
 * they do not show who somebody is or when they joined.
 */
export async function* revlogOfAll(
  people: readonly Person[],
  leavesOut: LeavesOut,
): AsyncGenerator<string> {
  yield REVLOG_HEAD
  const mixed = people.toSorted((a, b) => (hashOf(a) < hashOf(b) ? -1 : 1))
  for (const [index, person] of mixed.entries()) {
    yield* linesOf(person, `${index + 1}/`, leavesOut)
  }
}

const hashOf = ({ id }: Person): string => createHash('sha256').update(id).digest('hex')

async function* linesOf(
  person: Person,
  prefix: string,
  leavesOut: LeavesOut,
): AsyncGenerator<string> {
  const read = revlogReader(await undoneOf(person.id), await modelsOf(person))
  for await (const page of logPages(person.id)) {
    const reviews = page
      .flatMap((event) => read(event) ?? [])
      .filter((each) => !leavesOut(each.questionId))
    if (reviews.length === 0) continue
    yield reviews.map((review) => revlogLine(prefix + review.questionId, review)).join('')
  }
}
