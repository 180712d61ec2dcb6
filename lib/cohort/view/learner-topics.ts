import { type Reach, reaches, reachIn } from '../../course/reach'
import type { Question } from '../../course/types'
import type { QuestionId, TopicId } from '../../kernel/ids'
import { addDays, isoDate, type StudyDay } from '../../kernel/study-day'
import { plannedRecall } from '../kept-plan'
import { isSeen, type LearnerMemory, NEVER } from '../learner-memory'
import { partsByTopic } from '../part'
import { readinessIn, readinessOver } from '../part-readiness'
import { idleRecall, type Readiness } from '../readiness'
import type { LearnerScene, SceneCourse } from '../scene'

export type LearnerTopic = {
  readonly id: TopicId
  readonly title: string
  readonly questions: number
  readonly seen: number
  readonly due: number
  readonly readiness: Readiness
}

export type LearnerQuestion = {
  readonly id: QuestionId
  readonly prompt: string
  readonly depth: Question['depth']
  readonly seen: boolean
  readonly suspended: boolean
  readonly readiness: Readiness
  /** The day of the next review, `YYYY-MM-DD`. Null for a question not seen. */
  readonly due: string | null
  readonly lapses: number
}

/** Readiness on a day in every topic, over all of them, and of how much of the course. */
export function learnerTopics(
  course: SceneCourse,
  learner: LearnerScene,
  on: StudyDay,
  reach: Reach,
): { readonly overall: Readiness; readonly topics: readonly LearnerTopic[] } {
  const { memory, today } = learner
  const parts = partsByTopic(course, reach).map((part) => ({
    part,
    readiness: readinessIn(learner, part, on),
  }))
  return {
    overall: readinessOver(parts),
    topics: course.catalogue.course.topics.map(({ id, title }, index) => {
      const places = parts[index]?.part.questions ?? []
      return {
        id,
        title,
        questions: places.length,
        seen: places.filter((place) => isSeen(memory, place)).length,
        due: places.filter((place) => isDue(memory, place, today)).length,
        readiness: parts[index]?.readiness ?? { idle: 0, planned: 0 },
      }
    }),
  }
}

const isDue = (memory: LearnerMemory, place: number, today: StudyDay): boolean =>
  (memory.dueDay[place] ?? NEVER) <= today && memory.suspended[place] !== 1

/** The questions of a topic on a day, those with the lowest recall first. */
export function topicQuestions(
  { look }: SceneCourse,
  { memory, plan }: LearnerScene,
  topic: TopicId,
  on: StudyDay,
  reach: Reach,
): readonly LearnerQuestion[] {
  const within = reachIn(look, reach)
  return look
    .questionsOfTopic(topic)
    .filter((question) => reaches(within, question))
    .map(({ id, prompt, depth }) => {
      const place = look.questionOrder(id)
      const due = memory.dueDay[place] ?? NEVER
      return {
        id,
        prompt,
        depth,
        seen: isSeen(memory, place),
        suspended: memory.suspended[place] === 1,
        readiness: {
          idle: idleRecall(memory, place, on, plan.rule.recall),
          planned: plannedRecall(memory, plan, place, on),
        },
        due: due === NEVER ? null : isoDate(addDays(plan.today, due - plan.today)),
        lapses: memory.lapses[place] ?? 0,
      }
    })
    .toSorted((a, b) => a.readiness.idle - b.readiness.idle)
}
