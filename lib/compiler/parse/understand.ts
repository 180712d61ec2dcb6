import type { z } from 'zod'
import type { Located } from '../draft'
import type { Fault } from '../fault'
import { fault } from '../fault'

/**
 * Checks a raw value against its schema. Gives the value with its types, or one fault for each
 * thing that is wrong.
 */
export function understand<S extends z.ZodType>(
  schema: S,
  raw: Located<unknown>,
): { entry: Located<z.output<S>> | null; faults: readonly Fault[] } {
  const parsed = schema.safeParse(raw.value)
  if (parsed.success) return { entry: { value: parsed.data, at: raw.at }, faults: [] }
  return { entry: null, faults: parsed.error.issues.flatMap((issue) => faultsOf(issue, raw)) }
}

function faultsOf(issue: z.core.$ZodIssue, raw: Located<unknown>): readonly Fault[] {
  const path = issue.path.filter((step) => typeof step !== 'symbol')
  const name = nameOf(path)
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) =>
      fault(raw.at([...path, key]), 'schema', `unknown key \`${nameOf([...path, key])}\``),
    )
  }
  const value = valueAt(raw.value, path)
  const place = raw.at(path)
  if (value === undefined && path.length > 0) {
    return [fault(place, 'schema', `\`${name}\` is missing`)]
  }
  if (issue.code === 'invalid_union' && issue.discriminator !== undefined) {
    return [fault(place, 'schema', `\`${name}\`: there is no kind \`${String(value)}\``)]
  }
  if (issue.code === 'invalid_type' && issue.expected === 'string' && typeof value === 'number') {
    return [fault(place, 'schema', `\`${name}\` must be text: put ${value} in quotes`)]
  }
  return [fault(place, 'schema', name === '' ? issue.message : `\`${name}\`: ${issue.message}`)]
}

const nameOf = (path: readonly (string | number)[]): string =>
  path.map((step, i) => (typeof step === 'number' ? `[${step}]` : i ? `.${step}` : step)).join('')

function valueAt(root: unknown, path: readonly (string | number)[]): unknown {
  let value = root
  for (const step of path) {
    if (Array.isArray(value)) value = value[Number(step)]
    else if (isRecord(value)) value = value[step]
    else return undefined
  }
  return value
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
