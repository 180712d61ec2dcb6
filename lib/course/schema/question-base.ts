import { z } from 'zod'
import {
  citation,
  factId,
  lessonId,
  partialDate,
  plainId,
  questionId,
  text,
  topicId,
  withdrawal,
} from './scalars'

const change = z.strictObject({
  revision: z.int().min(2),
  severity: z.enum(['typo', 'wording', 'meaning']),
  note: text,
  previousAnswer: text.optional(),
})

const DEPTHS = ['core', 'full', 'source-craft'] as const
const ASKS = ['fact', 'why', 'case'] as const

/** What an entry of `questions/*.yaml` has, whatever its kind. */
export const questionBase = {
  id: questionId,
  depth: z.enum(DEPTHS),
  asks: z.enum(ASKS),
  lesson: lessonId,
  image: plainId.optional(),
  explanation: text,
  facts: z.array(factId).default([]),
  cites: z.array(citation).default([]),
  asOf: partialDate.optional(),
  topic: topicId.optional(),
  siblings: z.array(questionId).default([]),
  revision: z.int().min(1).default(1),
  changes: z.array(change).default([]),
  /** It stays in its file and is asked no more, because what it rests on was withdrawn. */
  withdrawn: withdrawal.optional(),
}
