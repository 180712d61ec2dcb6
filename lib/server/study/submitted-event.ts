import 'server-only'
import { z } from 'zod'
import { asEventId, asQuestionId } from '../../kernel/ids'
import { asStudyDay } from '../../kernel/study-day'
import { severalLines } from '../../kernel/visible-text'
import { answerSchema } from '../../kinds/files'
import type { Rating } from '../../memory/card/state'
import type { EventOrigin, SubmittedEvent } from '../../review/event'

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
    revision: z.int().min(1).max(1_000_000).optional(),
    modelVersion: z.string().max(100).optional(),
    chosenDays: z.int().min(1).max(36_500).optional(),
    confidence: z.int().min(0).max(100).optional(),
  }),
  z.object({ ...base, kind: z.literal('undo'), undoes: eventId }),
  z.object({ ...base, kind: z.enum(['bury', 'suspend', 'unsuspend', 'reset']) }),
  // Study days are counted from 1970; nobody plans past the 23rd century.
  z.object({
    ...base,
    kind: z.literal('move'),
    toDay: z.int().min(0).max(120_000).transform(asStudyDay),
  }),
  z.object({ ...base, kind: z.literal('flag'), comment, answer: answerSchema.nullable() }),
  z.object({ ...base, kind: z.literal('relearn'), revision: z.int().min(2) }),
  z.object({ ...base, kind: z.literal('retest') }),
])

export type Parsed =
  | { readonly ok: true; readonly event: SubmittedEvent }
  /** `id`: what can be said of which event it was. */
  | { readonly ok: false; readonly id: string | null; readonly message: string }

/** One event from anywhere, checked. Never throws. */
export function parseSubmitted(value: unknown, origin: EventOrigin = 'browser'): Parsed {
  const parsed = submitted.safeParse(value)
  if (parsed.success) {
    const { data: event } = parsed
    const owner = ownerOf(event)
    if (owner === null || owner === origin) return { ok: true, event }
    return { ok: false, id: event.id, message: ONLY[owner] }
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

/** Who alone may say this; null: anybody. */
function ownerOf(event: SubmittedEvent): Exclude<EventOrigin, 'browser'> | null {
  if (event.kind === 'relearn' || event.kind === 'retest') return 'correction'
  return event.kind === 'grade' && event.context === 'exam' ? 'exam' : null
}

const ONLY = {
  exam: 'Only an exam puts its answers into the log. Nothing was recorded.',
  correction:
    'Only a correction of the course asks to learn a question again. Nothing was recorded.',
} as const
