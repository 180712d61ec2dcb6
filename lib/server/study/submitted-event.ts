import 'server-only'
import { z } from 'zod'
import { asEventId, asQuestionId } from '../../kernel/ids'
import { severalLines } from '../../kernel/visible-text'
import { answerSchema } from '../../kinds/files'
import type { Rating } from '../../memory/card/state'
import type { SubmittedEvent } from '../../review/event'

const comment = z.string().max(2000).transform(severalLines)

const rating: z.ZodType<Rating> = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])

// Postgres reads any UUID; the browser makes version 7.
const eventId = z.uuid('`id` must be a UUID.').transform((id) => asEventId(id.toLowerCase()))

const base = {
  id: eventId,
  questionId: z.string().min(1).max(200).transform(asQuestionId),
  at: z.iso.datetime({ offset: true, error: '`at` must be an ISO 8601 instant with its offset.' }),
}

const submitted: z.ZodType<SubmittedEvent> = z.discriminatedUnion('kind', [
  z.object({
    ...base,
    kind: z.literal('grade'),
    rating,
    answer: answerSchema.nullable(),
    // A card left open over night is not a night of work.
    durationMs: z
      .number()
      .min(0)
      .transform((ms) => Math.min(Math.round(ms), 600_000)),
    context: z.enum(['review', 'lesson', 'placement', 'exam']),
    modelVersion: z.string().max(100).optional(),
    chosenDays: z.int().min(1).max(36_500).optional(),
    confidence: z.int().min(0).max(100).optional(),
  }),
  z.object({ ...base, kind: z.literal('undo'), undoes: eventId }),
  z.object({ ...base, kind: z.enum(['bury', 'suspend', 'unsuspend', 'reset']) }),
  z.object({ ...base, kind: z.literal('flag'), comment, answer: answerSchema.nullable() }),
])

export type Parsed =
  | { readonly ok: true; readonly event: SubmittedEvent }
  /** `id`: what can be said of which event it was. */
  | { readonly ok: false; readonly id: string | null; readonly message: string }

/** One event from anywhere, checked; `ofExam`: whether it may say that it is an exam's. Never throws. */
export function parseSubmitted(value: unknown, ofExam = false): Parsed {
  const parsed = submitted.safeParse(value)
  if (parsed.success) {
    const { data: event } = parsed
    if (ofExam || event.kind !== 'grade' || event.context !== 'exam') return { ok: true, event }
    const message = 'Only an exam puts its answers into the log. Nothing was recorded.'
    return { ok: false, id: event.id, message }
  }
  const issue = parsed.error.issues[0]
  const place = issue?.path.join('.') ?? ''
  return {
    ok: false,
    id: idOf(value),
    message: `This server does not understand the event${place ? ` (at \`${place}\`)` : ''}: ${issue?.message ?? 'malformed'} Nothing was recorded.`,
  }
}

function idOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('id' in value)) return null
  return typeof value.id === 'string' ? value.id.slice(0, 100) : null
}
