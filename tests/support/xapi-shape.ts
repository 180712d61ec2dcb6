import { z } from 'zod'

/**
 * The rules of xAPI 1.0.3, part two (Statements), written down apart from the code under test: no
 * properties but those, exactly one inverse functional identifier, IRIs, UUIDs, ISO 8601.
 * Source: https://github.com/adlnet/xAPI-Spec/blob/master/xAPI-Data.md
 */
const iri = z.string().regex(/^[a-z][a-z0-9+.-]*:\S+$/i)
const languageMap = z.record(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/), z.string())
const extensions = z.record(iri, z.unknown())

const agent = z.strictObject({
  objectType: z.literal('Agent').optional(),
  name: z.string().optional(),
  account: z.strictObject({ homePage: iri, name: z.string().min(1) }),
})

const activity = z.strictObject({
  objectType: z.literal('Activity').optional(),
  id: iri,
  definition: z
    .strictObject({
      name: languageMap.optional(),
      description: languageMap.optional(),
      type: iri.optional(),
      moreInfo: iri.optional(),
      extensions: extensions.optional(),
    })
    .optional(),
})

const score = z.strictObject({
  scaled: z.number().min(-1).max(1).optional(),
  raw: z.number().optional(),
  min: z.number().optional(),
  max: z.number().optional(),
})

const contextActivities = z.strictObject({
  parent: z.array(activity).optional(),
  grouping: z.array(activity).optional(),
  category: z.array(activity).optional(),
  other: z.array(activity).optional(),
})

export const statementShape = z.strictObject({
  id: z.uuid(),
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
        .regex(/^P(?!$)(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/)
        .optional(),
      extensions: extensions.optional(),
    })
    .optional(),
  context: z
    .strictObject({
      registration: z.uuid().optional(),
      revision: z.string().optional(),
      platform: z.string().optional(),
      language: z.string().optional(),
      contextActivities: contextActivities.optional(),
      extensions: extensions.optional(),
    })
    .optional(),
  timestamp: z.iso.datetime({ offset: true }).optional(),
  version: z
    .string()
    .regex(/^1\.0(\.\d+)?$/)
    .optional(),
})
