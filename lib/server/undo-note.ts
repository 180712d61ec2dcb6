import 'server-only'
import { z } from 'zod'
import { signed, signedText } from '../credentials/signed'
import { MINUTE_MS } from '../kernel/duration'
import { asCohortId, asExamId, asInvitationId, asUserId, type UserId } from '../kernel/ids'
import { ROLES } from '../kernel/role'

/** How long an undo is offered. Whoever is just about to press it gets longer. */
export const UNDO_OFFERED_MS = 10_000
export const UNDO_TAKEN_MS = MINUTE_MS

const cohort = z.uuid().transform(asCohortId)
const undoable = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('archived'), cohort }),
  z.object({
    kind: z.literal('exam-closed'),
    cohort,
    exam: z.uuid().transform(asExamId),
    /** When it would have closed by itself (ms). */
    closesAt: z.number().nullable(),
  }),
  // What a learner did with many questions at one instant (ms).
  z.object({ kind: z.literal('questions'), at: z.number() }),
  z.object({
    kind: z.literal('revoked'),
    // Null for an administrator, who revokes any.
    cohort: cohort.nullable(),
    invitation: z.uuid().transform(asInvitationId),
  }),
  z.object({ kind: z.literal('disabled'), user: z.uuid().transform(asUserId) }),
  // What an act on several analysts changed is kept in the database, because a cookie is short.
  z.object({ kind: z.literal('several'), cohort, act: z.uuid() }),
  z.object({
    kind: z.literal('removed'),
    cohort,
    member: z.object({
      userId: z.uuid().transform(asUserId),
      role: z.enum(ROLES),
      joinedAt: z.number(),
    }),
  }),
])

/** What was done and can be undone, with all that is needed to undo it. */
export type Undoable = z.infer<typeof undoable>

const note = z.object({
  by: z.string(),
  at: z.number(),
  said: z.string(),
  undo: undoable.nullable(),
})

/** What is said of an act, and how it is undone; `undo` is null when there is nothing left to undo. */
export type UndoNote = {
  readonly at: number
  readonly said: string
  readonly undo: Undoable | null
}

/**
 * The browser of whoever acted keeps this for a minute. It is signed, so that nobody puts a person into
 * a cohort who was never in it.
 */
export const undoNote = (by: UserId, told: UndoNote, secret: string): string =>
  signed('undo', JSON.stringify({ by, ...told }), secret)

/** Null when it is of somebody else, older than `longestMs`, or was not made here. */
export function readUndoNote(
  value: string | null,
  asked: {
    readonly by: UserId
    readonly now: number
    readonly longestMs: number
    readonly secret: string
  },
): UndoNote | null {
  const text = value === null ? null : signedText('undo', value, asked.secret)
  if (text === null) return null
  const { by, ...told } = note.parse(JSON.parse(text))
  const isFresh = asked.now - told.at <= asked.longestMs
  return by === asked.by && isFresh ? told : null
}
