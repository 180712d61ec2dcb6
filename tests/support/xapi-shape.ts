import { z } from 'zod'
import { interactionDefinition, isResponse, languageMap } from './xapi-interaction'

/**
 * The rules of xAPI 1.0.3, part two (Statements), written down apart from the code under test: no
 * properties but those, exactly one inverse functional identifier, IRIs, UUIDs, ISO 8601. The
 * sentences of the specification are the titles of `tests/unit/interop/xapi-rules.test.ts`.
 * Source: https://github.com/adlnet/xAPI-Spec/blob/master/xAPI-Data.md
 */
const iri = z.string().regex(/^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i)
const irl = iri.refine((text) => URL.canParse(text) && /^https?:/.test(text), 'no IRL')
const extensions = z.record(iri, z.unknown())
const uuid = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i)

const named = { objectType: z.literal('Agent').optional(), name: z.string().min(1).optional() }

const agent = z.union([
  z.strictObject({
    ...named,
    account: z.strictObject({ homePage: irl, name: z.string().min(1) }),
  }),
  z.strictObject({ ...named, mbox: z.string().regex(/^mailto:[^\s@]+@[^\s@]+$/) }),
  z.strictObject({ ...named, mbox_sha1sum: z.string().regex(/^[0-9a-f]{40}$/i) }),
  z.strictObject({ ...named, openid: irl }),
])

const plainDefinition = z.strictObject({
  name: languageMap.optional(),
  description: languageMap.optional(),
  type: iri
    .refine((type) => !type.endsWith('/cmi.interaction'), 'an interaction without its type')
    .optional(),
  moreInfo: irl.optional(),
  extensions: extensions.optional(),
})

const activity = z.strictObject({
  objectType: z.literal('Activity').optional(),
  id: iri,
  definition: z.union([interactionDefinition, plainDefinition]).optional(),
})

const score = z
  .strictObject({
    scaled: z.number().min(-1).max(1).optional(),
    raw: z.number().optional(),
    min: z.number().optional(),
    max: z.number().optional(),
  })
  .refine(
    ({ raw, min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY }) =>
      min < max && (raw === undefined || (raw >= min && raw <= max)),
    'raw is not between min and max',
  )

const contextActivities = z.strictObject({
  parent: z.array(activity).optional(),
  grouping: z.array(activity).optional(),
  category: z.array(activity).optional(),
  other: z.array(activity).optional(),
})

const timestamp = z.iso
  .datetime({ offset: true })
  .refine((text) => !/-00(:?00)?$/.test(text), 'the offset -00:00 is not allowed')

export const statementShape = z
  .strictObject({
    id: uuid,
    actor: agent,
    verb: z.strictObject({ id: iri, display: languageMap.optional() }),
    object: activity,
    result: z
      .strictObject({
        score: score.optional(),
        success: z.boolean().optional(),
        completion: z.boolean().optional(),
        response: z.string().optional(),
        duration: z
          .string()
          .regex(
            /^P(?!$)(\d+(\.\d+)?W|(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?)$/,
          )
          .optional(),
        extensions: extensions.optional(),
      })
      .optional(),
    context: z
      .strictObject({
        registration: uuid.optional(),
        revision: z.string().optional(),
        platform: z.string().optional(),
        language: z
          .string()
          .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
          .optional(),
        contextActivities: contextActivities.optional(),
        extensions: extensions.optional(),
      })
      .optional(),
    timestamp: timestamp.optional(),
    version: z
      .string()
      .regex(/^1\.0(\.\d+)?$/)
      .optional(),
  })
  .superRefine(({ object, result }, context) => {
    const { definition } = object
    if (definition === undefined || !('interactionType' in definition)) return
    if (result?.response === undefined || isResponse(definition, result.response)) return
    context.addIssue({ code: 'custom', path: ['result', 'response'], message: 'wrong format' })
  })
