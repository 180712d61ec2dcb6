import { z } from 'zod'

/**
 * Interaction activities of xAPI 1.0.3, part two, section 4.1.4.1 ("Interaction Activities") and
 * appendix C, written down apart from the code under test.
 */

const languageTag = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/
export const languageMap = z.record(z.string().regex(languageTag), z.string())

/** "An interaction component's id value SHOULD NOT have whitespace." */
const component = z.strictObject({
  id: z.string().regex(/^\S+$/),
  description: languageMap.optional(),
})

/** "Within an array of interaction components, all id values MUST be distinct." */
const components = z
  .array(component)
  .min(1)
  .refine((list) => new Set(list.map(({ id }) => id)).size === list.length, 'ids are not distinct')

const activity = {
  name: languageMap.optional(),
  description: languageMap.optional(),
  moreInfo: z.url().optional(),
  extensions: z.record(z.string(), z.unknown()).optional(),
  /** "Interaction Activities SHOULD have the Activity type http://adlnet.gov/expapi/activities/cmi.interaction." */
  type: z.literal('http://adlnet.gov/expapi/activities/cmi.interaction'),
  correctResponsesPattern: z.array(z.string()).optional(),
}

/** "Interaction Activities MUST have a valid interactionType", and each only its own components. */
export const interactionDefinition = z
  .discriminatedUnion('interactionType', [
    z.strictObject({ ...activity, interactionType: z.literal('true-false') }),
    z.strictObject({ ...activity, interactionType: z.literal('choice'), choices: components }),
    z.strictObject({ ...activity, interactionType: z.literal('sequencing'), choices: components }),
    z.strictObject({ ...activity, interactionType: z.literal('likert'), scale: components }),
    z.strictObject({ ...activity, interactionType: z.literal('performance'), steps: components }),
    z.strictObject({
      ...activity,
      interactionType: z.literal('matching'),
      source: components,
      target: components,
    }),
    z.strictObject({ ...activity, interactionType: z.literal('fill-in') }),
    z.strictObject({ ...activity, interactionType: z.literal('long-fill-in') }),
    z.strictObject({ ...activity, interactionType: z.literal('numeric') }),
    z.strictObject({ ...activity, interactionType: z.literal('other') }),
  ])
  .superRefine((definition, context) => {
    for (const pattern of definition.correctResponsesPattern ?? []) {
      if (!isPattern(definition, pattern)) {
        context.addIssue({
          code: 'custom',
          message: `${pattern} is no ${definition.interactionType} pattern`,
        })
      }
    }
  })

type Definition = z.output<typeof interactionDefinition>

const NUMBER = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/
const RANGE = /^(-?[\d.]+(?:[eE][+-]?\d+)?)?\[:\](-?[\d.]+(?:[eE][+-]?\d+)?)?$/

function isPattern(definition: Definition, pattern: string): boolean {
  if (definition.interactionType !== 'numeric') return isResponse(definition, pattern)
  if (NUMBER.test(pattern)) return true
  const [, low, high] = RANGE.exec(pattern) ?? []
  if (low === undefined && high === undefined) return false
  return low === undefined || high === undefined || Number(low) <= Number(high)
}

/** Whether a response has the format of its interaction (appendix C). */
export function isResponse(definition: Definition, response: string): boolean {
  const among = (list: readonly { id: string }[], id: string) => list.some((each) => each.id === id)
  switch (definition.interactionType) {
    case 'true-false':
      return /^(true|false)$/.test(response)
    case 'choice': {
      const ids = response.split('[,]')
      return new Set(ids).size === ids.length && ids.every((id) => among(definition.choices, id))
    }
    case 'sequencing':
      return response.split('[,]').every((id) => among(definition.choices, id))
    case 'likert':
      return among(definition.scale, response)
    case 'matching':
      return response.split('[,]').every((pair) => {
        const [source = '', target = '', ...more] = pair.split('[.]')
        return (
          more.length === 0 && among(definition.source, source) && among(definition.target, target)
        )
      })
    case 'performance':
      return response
        .split('[,]')
        .every((step) => among(definition.steps, step.split('[.]')[0] ?? ''))
    case 'numeric':
      return NUMBER.test(response)
    case 'fill-in':
    case 'long-fill-in':
    case 'other':
      return true
  }
}
