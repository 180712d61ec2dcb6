import 'server-only'
import { z } from 'zod'
import { jsonInstant } from '../connection/json-rows'
import { CardPhase } from '../generated/enums'

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
  lastReviewAt: jsonInstant.nullable(),
  lastReviewDay: z.number().nullable(),
  dueAt: jsonInstant.nullable(),
  dueDay: z.number().nullable(),
  suspended: z.boolean(),
  buriedUntil: z.number().nullable(),
  firstPassed: z.boolean().nullable(),
  firstMs: z.number().nullable(),
  tested: z.number(),
  passed: z.number(),
  predictedSum: z.number(),
  varianceSum: z.number(),
  lastEventAt: jsonInstant,
  version: z.number(),
})
