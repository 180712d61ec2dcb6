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
  if ((value === undefined || value === null) && path.length > 0) {
    return [fault(place, 'schema', `\`${name}\` is missing`)]
  }
  if (issue.code === 'invalid_union' && issue.discriminator !== undefined) {
    return [fault(place, 'schema', `\`${name}\`: there is no kind \`${String(value)}\``)]
  }
  if (issue.code === 'invalid_type' && issue.expected === 'string' && typeof value === 'number') {
    return [fault(place, 'schema', `\`${name}\` must be text: put ${value} in quotes`)]
  }
  if (issue.code === 'invalid_type' && issue.expected === 'number') {
    return [
      fault(place, 'schema', `\`${name}\` must be a number, and not ${JSON.stringify(value)}`),
    ]
  }
  if ((issue.code === 'too_big' || issue.code === 'too_small') && Array.isArray(value)) {
    return [fault(place, 'schema', `\`${name}\`: ${miscounted(issue, value)}`)]
  }
  return [fault(place, 'schema', name === '' ? issue.message : `\`${name}\`: ${issue.message}`)]
}

/** A list is most often too long or too short because a comma split an entry, so it is shown as read. */
function miscounted(
  issue: z.core.$ZodIssueTooBig | z.core.$ZodIssueTooSmall,
  list: readonly unknown[],
): string {
  const bound =
    issue.code === 'too_big' ? `at most ${issue.maximum} are` : `at least ${issue.minimum} are`
  const rule = issue.code === 'too_big' ? `${bound} allowed` : `${bound} needed`
  const count = `has ${list.length} ${list.length === 1 ? 'entry' : 'entries'}, and ${rule}`
  if (!list.every((entry) => typeof entry === 'string')) return count
  const read =
    list.length === 0
      ? ''
      : ` It was read as ${list.map((one) => `"${one}"`).join(' | ')}; an entry with a comma in it needs quotes`
  return `${count}.${read}`
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
