import 'server-only'
import { roomOf, type TopicRoom } from '../../exam/apart'
import { isMachineGraded } from '../../exam/blueprint'
import type { CohortId, TopicId, UserId } from '../../kernel/ids'
import { actor, assertInstructor, cohortOf } from '../access'
import { requireCourse } from '../current-course'

export type ExamTopic = TopicRoom & { readonly id: TopicId; readonly title: string }

/** What an exam can ask of each topic, in course order. Throws not_allowed, not_found, course_not_published. */
export async function examTopics(input: {
  actorId: UserId
  cohortId: CohortId
}): Promise<readonly ExamTopic[]> {
  const user = await actor(input.actorId)
  assertInstructor(user)
  await cohortOf(user, input.cohortId)
  const { catalogue } = await requireCourse()
  const room = roomOf(catalogue.questions.filter(isMachineGraded))
  return catalogue.course.topics.map(({ id, title }) => ({
    id,
    title,
    ...(room.get(id) ?? { graded: 0, most: 0 }),
  }))
}
