import 'server-only'
import { z } from 'zod'
import { CardPhase } from '../generated/enums'

/** Postgres writes instants into JSON with their offset, so they are the same in every session zone. */
const instant = z.string().transform((text) => new Date(text))

/** A row of `Card` as Postgres writes it into JSON. */
export const storedCardRow = z.object({
  questionId: z.string(),
  phase: z.enum(CardPhase),
  stability: z.number().nullable(),
  difficulty: z.number().nullable(),
  reps: z.number(),
  lapses: z.number(),
  step: z.number().nullable(),
  intervalDays: z.number().nullable(),
  lastReviewAt: instant.nullable(),
  lastReviewDay: z.number().nullable(),
  dueAt: instant.nullable(),
  dueDay: z.number().nullable(),
  suspended: z.boolean(),
  buriedUntil: z.number().nullable(),
  firstPassed: z.boolean().nullable(),
  firstMs: z.number().nullable(),
  tested: z.number(),
  passed: z.number(),
  predictedSum: z.number(),
  varianceSum: z.number(),
  lastEventAt: instant,
  version: z.number(),
})
