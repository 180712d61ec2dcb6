import { z } from 'zod'
import { factId, lessonId, partialDate, questionId, text, topicId } from './scalars'

const change = z.strictObject({
  revision: z.int().min(2),
  severity: z.enum(['typo', 'wording', 'meaning']),
  note: text,
  previousAnswer: text.optional(),
})

/** What an entry of `questions/*.yaml` has, whatever its kind. */
export const questionBase = {
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
