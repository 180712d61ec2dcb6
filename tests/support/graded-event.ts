import { uuidv7 } from 'uuidv7'

type GradedEvent = { readonly id: string; readonly questionId: string; readonly durationMs: number }

/** An answer that was recalled, as a browser posts it to /api/reviews. */
export const gradedEvent = ({
  id = uuidv7(),
  questionId = 'mem-uz-stays-sco',
  durationMs = 4000,
}: Partial<GradedEvent> = {}) => ({
  id,
  questionId,
  kind: 'grade',
  at: new Date().toISOString(),
  rating: 3,
  answer: null,
  durationMs,
  context: 'review',
})
