import { isMap, isNode, isScalar, type YAMLMap } from 'yaml'
import { sameValue } from './same-value'
import type { Fields } from './target'
import { fieldText, flowMap, mapText } from './yaml-text'

/** A map in the text of a file: from its first character to its last one that is not space. */
export type MapPlace = { readonly map: YAMLMap; readonly from: number; readonly to: number }

type FieldPlace = { readonly name: string; readonly from: number; readonly to: number }

/** Order in which the fields of a new thing are written, and beside which a new field is put. */
const ORDER: readonly string[] = [
  'id',
  'file',
  'alt',
  'caption',
  'source',
  'licence',
  'event',
  'who',
  'aim',
  'fact',
  'cite',
  'name',
  'what',
  'when',
  'date',
  'frame',
  'participants',
  'places',
  'at',
  'size',
  'words',
  'steps',
  'kind',
  'depth',
  'asks',
  'lesson',
  'module',
  'topic',
  'short',
  'title',
  'author',
  'publisher',
  'question',
  'summary',
  'minutes',
  'prompt',
  'text',
  'statement',
  'holds',
  'asOf',
  'answer',
  'unit',
  'tolerance',
  'accept',
  'near',
  'answers',
  'distractors',
  'candidates',
  'items',
  'scale',
  'pairs',
  'explanation',
  'facts',
  'cites',
  'keyTerms',
  'lessons',
  'siblings',
  'revision',
  'changes',
]

const rank = (name: string): number => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length)

/** The fields of a new thing in their usual order. */
export const inOrder = (fields: Fields): readonly (readonly [string, unknown])[] =>
  Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => rank(a) - rank(b))

/** The place of a map that a parsed document of `text` holds; null for what has none. */
export function placeOfMap(text: string, node: unknown): MapPlace | null {
  if (!isMap(node) || !node.range) return null
  const [from, end] = node.range
  return { map: node, from, to: from + text.slice(from, end).trimEnd().length }
}

/**
 * The text with this map saying `after`. Only the fields that differ are written anew; everything else,
 * comments and quotes among it, stays as it is.
 */
export function changedMap(text: string, place: MapPlace, before: Fields, after: Fields): string {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => !sameValue(before[name], after[name]),
  )
  if (names.length === 0) return text
  const column = columnAt(text, place.from)
  const fields = placesOf(text, place)
  const [first] = fields ?? []
  // Written within braces, with keys that are no plain words, or beginning with what goes: as a whole.
  if (
    place.map.flow === true ||
    fields === null ||
    first === undefined ||
    !has(after, first.name)
  ) {
    const whole =
      place.map.flow === true ? flowMap(asWritten(before, after)) : mapText(inOrder(after), column)
    return text.slice(0, place.from) + whole + text.slice(place.to)
  }
  // From the end, so that the places of what is still to be done stay true.
  const cuts = names.map((name) => cutFor(text, fields, column, name, after))
  return cuts
    .toSorted((a, b) => b.from - a.from || rank(b.name) - rank(a.name))
    .reduce((whole, { from, to, put }) => whole.slice(0, from) + put + whole.slice(to), text)
}

/** The fields in the order of the text, and what is new after them. */
const asWritten = (before: Fields, after: Fields): readonly (readonly [string, unknown])[] => {
  const kept = Object.keys(before).filter((name) => has(after, name))
  const fresh = inOrder(after).filter(([name]) => !kept.includes(name))
  return [...kept.map((name) => [name, after[name]] as const), ...fresh]
}

type Cut = {
  readonly name: string
  readonly from: number
  readonly to: number
  readonly put: string
}

function cutFor(
  text: string,
  fields: readonly FieldPlace[],
  column: number,
  name: string,
  after: Fields,
): Cut {
  const is = fields.find((field) => field.name === name)
  if (is !== undefined) {
    return has(after, name)
      ? { ...is, put: fieldText(name, after[name], column) }
      : { name, from: lineStart(text, is.from), to: nextLine(text, is.to), put: '' }
  }
  const staying = fields.filter((field) => has(after, field.name))
  const before = staying.filter((field) => rank(field.name) <= rank(name)).at(-1) ?? staying.at(-1)
  const at = lineEnd(text, before?.to ?? 0)
  return {
    name,
    from: at,
    to: at,
    put: `\n${' '.repeat(column)}${fieldText(name, after[name], column)}`,
  }
}

const has = (fields: Fields, name: string): boolean => fields[name] !== undefined

/** Null when a field cannot be cut out by its name. */
function placesOf(text: string, { map }: MapPlace): readonly FieldPlace[] | null {
  const found: FieldPlace[] = []
  for (const { key, value } of map.items) {
    if (!isScalar(key) || typeof key.value !== 'string' || !key.range) return null
    const from = key.range[0]
    const end = isNode(value) && value.range ? value.range[1] : key.range[1]
    const cut = from + text.slice(from, end).trimEnd().length
    found.push({ name: key.value, from, to: cut })
  }
  return found.length === 0 ? null : found
}

export const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1
const columnAt = (text: string, at: number): number => at - lineStart(text, at)

/** Where the line of `at` ends, without its line break. */
export function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end === -1 ? text.length : end
}

/** Where the line after that of `at` begins. */
export const nextLine = (text: string, at: number): number =>
  Math.min(text.length, lineEnd(text, at) + 1)
