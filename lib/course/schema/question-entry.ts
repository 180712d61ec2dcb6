import { z } from 'zod'
import { entityId, factId, lessonId, partialDate, questionId, text, topicId } from './scalars'

const change = z.strictObject({
  revision: z.int().min(2),
  severity: z.enum(['typo', 'wording', 'meaning']),
  note: text,
  previousAnswer: text.optional(),
})

const base = {
  id: questionId,
  lesson: lessonId,
  explanation: text,
  facts: z.array(factId).default([]),
  asOf: partialDate.optional(),
  topic: topicId.optional(),
  siblings: z.array(questionId).default([]),
  revision: z.int().min(1).default(1),
  changes: z.array(change).default([]),
}
const prompted = { ...base, prompt: text }
const near = z.array(z.strictObject({ text, note: text })).default([])
const accept = z.array(text).default([])
const texts = (min: number, max: number) => z.array(text).min(min).max(max)

/** One entry of `questions/*.yaml`. */
export const questionEntry = z.discriminatedUnion('kind', [
  z.strictObject({ ...prompted, kind: z.literal('flash'), answer: text }),
  z.strictObject({ ...base, kind: z.literal('cloze'), text, accept, near }),
  z.strictObject({
    ...prompted,
    kind: z.literal('choice'),
    answer: text,
    distractors: texts(1, 4),
  }),
  z.strictObject({
    ...prompted,
    kind: z.literal('multi'),
    answers: texts(2, 7),
    distractors: texts(2, 6),
  }),
  z.strictObject({ ...prompted, kind: z.literal('order'), items: texts(3, 6), scale: text }),
  z.strictObject({
    ...prompted,
    kind: z.literal('match'),
    pairs: z
      .array(z.strictObject({ left: text, right: text }))
      .min(3)
      .max(6),
  }),
  z.strictObject({
    ...prompted,
    kind: z.literal('number'),
    answer: z.number(),
    unit: text,
    tolerance: z.number().min(0).default(0),
  }),
  z.strictObject({ ...prompted, kind: z.literal('text'), answer: text, accept, near }),
  z.strictObject({
    ...prompted,
    kind: z.literal('map'),
    answers: z.array(entityId).min(1),
    candidates: z.array(entityId).min(1),
  }),
])

export type QuestionEntry = z.output<typeof questionEntry>
