import { z } from 'zod'
import type { Entity } from '../types'
import { entityId, text } from './scalars'

const names = { aliases: z.array(text).default([]), mentions: z.array(text).default([]) }

export const namedEntity = z.strictObject({ id: entityId, name: text, ...names })

export const stateEntity = z.strictObject({
  id: entityId,
  iso: z.string().regex(/^\d{3}$/, "is not an ISO 3166-1 number in quotes, like '643'"),
  name: text,
  ...names,
})

/** The lists of `entities.yaml` in their order, and the kind of entity in each. */
export const ENTITY_LISTS = {
  states: 'state',
  organisations: 'organisation',
  bodies: 'body',
  exercises: 'exercise',
  groups: 'group',
} as const satisfies Record<string, Entity['kind']>
