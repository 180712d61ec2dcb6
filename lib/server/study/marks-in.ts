import 'server-only'
import { NOTHING, type Reading, together } from '../../db/connection/read-together'
import { flaggedBy, lastAnswersTo } from '../../db/study/question-marks'
import type { UserId } from '../../kernel/ids'
import type { QuestionFilter, QuestionMarks } from '../../review/question-filter'
import { requireCourse } from '../current-course'
import type { LearnerScope } from '../scope'

/** What a filter asks of the log; the last answers only if it asks for them. Throws course_not_published. */
export async function marksIn(
  scope: LearnerScope,
  filter: QuestionFilter,
): Promise<Reading<QuestionMarks>> {
  const { look } = await requireCourse(scope)
  const { id } = scope.user
  return marksOf(id, filter.last === null ? NOTHING : lastAnswersTo(id, look.questionIds))
}

function marksOf(userId: UserId, last: Reading<QuestionMarks['last'] | null>) {
  const { sql, read } = together({ flagged: flaggedBy(userId), last })
  return {
    sql,
    read: (json: unknown): QuestionMarks => {
      const { flagged, last } = read(json)
      return { flagged, last: last ?? new Map() }
    },
  }
}
