import { z } from 'zod'
import { citation, entityId, factId, partialDate, text, withdrawal } from './scalars'

const membershipChange = z.strictObject({
  organisation: entityId,
  role: z.enum(['member', 'observer']),
  action: z.enum(['joins', 'leaves']),
  states: z.array(entityId).min(1),
  date: partialDate,
})

/** One entry of `facts/*.yaml`. Missing citations and key terms are left to the checks, whose messages say more. */
export const factEntry = z
  .strictObject({
    id: factId,
    kind: z.enum([
      'event',
      'state',
      'number',
      'relation',
      'reason',
      'judgement',
      'forecast',
      'plan',
    ]),
    statement: text,
    holds: z.strictObject({ from: partialDate, to: partialDate.optional() }).optional(),
    asOf: partialDate.optional(),
    cites: z.array(citation).default([]),
    keyTerms: z.array(text).default([]),
    contradicts: z.array(factId).default([]),
    confidence: z.enum(['stated', 'derived', 'uncertain']).default('stated'),
    changes: z.array(membershipChange).default([]),
    withdrawn: withdrawal.optional(),
  })
  .refine((fact) => (fact.holds === undefined) !== (fact.asOf === undefined), {
    error: 'a fact has either `holds` or `asOf`',
  })

export type FactEntry = z.output<typeof factEntry>
