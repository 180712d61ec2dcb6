import 'server-only'
import { isMachineGraded } from '../../exam/blueprint'
import { roomOf, type TopicRoom } from '../../exam/conflicting-questions'
import type { TopicId } from '../../kernel/ids'
import { requireCourse } from '../current-course'
import type { CohortScope } from '../scope'

export type ExamTopic = TopicRoom & { readonly id: TopicId; readonly title: string }

/**
 * How many questions of each topic an exam can ask, in course order. Throws course_not_published.
 */
export async function examTopics(scope: CohortScope): Promise<readonly ExamTopic[]> {
  const { catalogue } = await requireCourse(scope)
  const room = roomOf(catalogue.questions.filter(isMachineGraded))
  return catalogue.course.topics.map(({ id, title }) => ({
    id,
    title,
    ...(room.get(id) ?? { graded: 0, most: 0 }),
  }))
}
