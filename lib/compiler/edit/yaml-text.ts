import { stringify } from 'yaml'

/**
 * One field as the files of the course write it: a list of texts on one line, a list of maps with a
 * line for each. `indent` is the column in which the field's name stands.
 */
export function fieldText(name: string, value: unknown, indent: number): string {
  if (Array.isArray(value) && value.length > 0 && value.every(isMap)) {
    const lines = value.map((one) => `${' '.repeat(indent + 2)}- ${flowText(one)}`)
    return [`${name}:`, ...lines].join('\n')
  }
  return `${name}: ${typeof value === 'object' && value !== null ? flowText(value) : scalarText(value)}`
}

/** All fields of a thing, the first where the cursor stands and the others in column `indent`. */
export const mapText = (fields: readonly (readonly [string, unknown])[], indent: number): string =>
  fields.map(([name, value]) => fieldText(name, value, indent)).join(`\n${' '.repeat(indent)}`)

/** On one line. Texts are in quotes, so that no comma and no # in them means anything. */
function flowText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flowText).join(', ')}]`
  if (isMap(value)) {
    return flowMap(Object.entries(value).toSorted(([a], [b]) => innerRank(a) - innerRank(b)))
  }
  return typeof value === 'string' && !/^[a-z][a-z0-9-]*$/.test(value)
    ? quoted(value)
    : scalarText(value)
}

/** A map on one line, its fields in this order. */
export function flowMap(fields: readonly (readonly [string, unknown])[]): string {
  const parts = fields.map(([name, part]) => `${name}: ${flowText(part)}`)
  return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`
}

/** The fields of maps within a thing in their usual order: a database that keeps a draft does not keep it. */
const INNER: readonly string[] = [
  'id',
  'title',
  'organisation',
  'role',
  'action',
  'membersOf',
  'except',
  'states',
  'more',
  'left',
  'right',
  'revision',
  'severity',
  'from',
  'to',
  'sum',
  'text',
  'date',
  'status',
  'note',
  'previousAnswer',
  'reason',
  'fact',
]

const innerRank = (name: string): number =>
  INNER.includes(name) ? INNER.indexOf(name) : INNER.length

function scalarText(value: unknown): string {
  if (typeof value !== 'string') return JSON.stringify(value) ?? 'null'
  if (/^\d/.test(value) || /[\p{Cc}\u2028\u2029\ufeff]/u.test(value)) return quoted(value)
  return stringify(value, { lineWidth: 0, singleQuote: true }).trimEnd()
}

/** What cannot be seen is written as an escape, which needs double quotes. */
const quoted = (text: string): string =>
  /[\p{Cc}\u2028\u2029\ufeff]/u.test(text)
    ? JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029\ufeff]/g, escaped)
    : `'${text.replaceAll("'", "''")}'`

const escaped = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
