import 'server-only'
import { ownersIn } from '../../course/owners'
import { type Reach, reaches } from '../../course/reach'
import { isMachineGraded } from '../../exam/blueprint'
import { roomOf, type TopicRoom } from '../../exam/conflicting-questions'
import type { TopicId } from '../../kernel/ids'
import { requireCourse } from '../current-course'
import type { CohortScope } from '../scope'

export type ExamTopic = {
  readonly id: TopicId
  readonly title: string
  /** The id of its course. */
  readonly course: string
  /** By how deep the questions of the exam go. */
  readonly room: Readonly<Record<Reach, TopicRoom>>
}

/**
 * How many questions of each topic an exam can ask, in course order. Throws course_not_published.
 */
export async function examTopics(scope: CohortScope): Promise<readonly ExamTopic[]> {
  const { catalogue } = await requireCourse(scope)
  const graded = catalogue.questions.filter(isMachineGraded)
  const within = (reach: Reach) => {
    const room = roomOf(graded.filter((question) => reaches(reach, question)))
    return (id: TopicId): TopicRoom => room.get(id) ?? { graded: 0, most: 0 }
  }
  const [core, full, all] = [within('core'), within('full'), within('all')]
  const owners = ownersIn(catalogue)
  return catalogue.course.topics.map(({ id, title }) => ({
    id,
    title,
    course: owners.part(id)?.id ?? catalogue.course.id,
    room: { core: core(id), full: full(id), all: all(id) },
  }))
}
