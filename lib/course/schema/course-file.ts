import { z } from 'zod'
import { lessonId, moduleId, plainId, questionId, text, topicId } from './scalars'

const topic = z.strictObject({
  id: topicId,
  title: text,
  aspect: z.enum(['exercises', 'ties', 'concerns']).nullable().default(null),
  /** For a topic that is no module: what it gathers from all of them. */
  about: text.nullable().default(null),
})

/** `course.yaml`. A course that was only just begun has no topic and no module. */
export const courseFile = z.strictObject({
  id: plainId,
  title: text,
  summary: text,
  topics: z.array(topic),
  /** What the course is for, each by its topics: of each, the core is the same share. */
  subjects: z
    .array(z.strictObject({ id: plainId, title: text, topics: z.array(topicId).min(1) }))
    .default([]),
  modules: z.array(
    z.strictObject({
      id: moduleId,
      title: text,
      summary: text,
      lessons: z.array(lessonId).default([]),
    }),
  ),
  /** Questions that were retired for good. A question that is missing without an entry here is a fault. */
  retired: z.array(z.strictObject({ id: questionId, reason: text })).default([]),
})

export type CourseFile = z.output<typeof courseFile>
