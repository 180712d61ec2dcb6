import { isMap, isScalar, isSeq, parseDocument } from 'yaml'
import type { Fields } from './target'
import {
  changedMap,
  inOrder,
  lineEnd,
  lineStart,
  type MapPlace,
  nextLine,
  placeOfMap,
} from './yaml-map'
import { mapText } from './yaml-text'

/** One entry of a list, with its own text: from its first character to its last that is not space. */
export type Entry = MapPlace & { readonly id: string; readonly fields: Fields }

/**
 * The entries of a list that have an id, or a name in place of one; null for a text that is no YAML. A list
 * that is not there has none.
 */
export function entriesOf(text: string, list: string): readonly Entry[] | null {
  const document = parseDocument(text, { prettyErrors: false })
  if (document.errors.length > 0) return null
  const items = document.get(list)
  if (!isSeq(items)) return []
  const read = items.items.flatMap((item) => {
    const place = placeOfMap(text, item)
    const fields: unknown = isMap(item) ? item.toJS(document) : null
    return place === null || !isFields(fields) ? [] : [{ ...place, fields }]
  })
  const taken = new Set(read.map(({ fields }) => fields.id))
  return read.flatMap((one): Entry[] => {
    const id = typeof one.fields.id === 'string' ? one.fields.id : nameOf(list, one.fields, taken)
    return id === null ? [] : [{ ...one, id }]
  })
}

/** What tells the entries of a list apart that need no id. An entry that gets one has it as its id. */
const TOLD_BY: Readonly<Record<string, readonly string[]>> = {
  wants: ['who', 'aim', 'fact'],
  readings: ['event', 'fact', 'cite'],
}

function nameOf(list: string, fields: Fields, taken: Set<unknown>): string | null {
  const parts = (TOLD_BY[list] ?? []).map((field) => fields[field])
  const base = parts.join('-').replaceAll('#', '-')
  if (parts.length === 0 || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(base)) return null
  for (let n = 1; ; n += 1) {
    const name = n === 1 ? base : `${base}-${n}`
    if (taken.has(name)) continue
    taken.add(name)
    return name
  }
}

/** The text with another text in the place of one entry: every other byte stays. */
export function withEntryText(text: string, entry: Entry, put: string): string {
  return text.slice(0, entry.from) + put + text.slice(entry.to)
}

export const withEntry = (text: string, entry: Entry, after: Fields): string =>
  changedMap(text, entry, entry.fields, after)

/** The text without one entry. Comments on lines of their own stay. */
export const withoutEntry = (text: string, entry: Entry): string =>
  text.slice(0, lineStart(text, entry.from)) + text.slice(nextLine(text, entry.to))

/**
 * The text with new entries after the last one of their list, which is made if it is not there. The list
 * must be written with a line for each entry, or be empty.
 */
export function withNewEntries(text: string, list: string, fresh: readonly Fields[]): string {
  const entries = entriesOf(text, list) ?? []
  const last = entries.at(-1)
  if (last !== undefined) {
    const dash = text.lastIndexOf('-', last.from) - lineStart(text, last.from)
    return inserted(text, lineEnd(text, last.to), entryTexts(fresh, dash))
  }
  const document = parseDocument(text, { prettyErrors: false })
  const pair = isMap(document.contents)
    ? document.contents.items.find(({ key }) => isScalar(key) && key.value === list)
    : undefined
  const key = isScalar(pair?.key) ? pair.key.range : null
  if (!key) {
    const head = text === '' || text.endsWith('\n') ? text : `${text}\n`
    return `${head}${list}:\n${entryTexts(fresh, 2)}\n`
  }
  const end = lineEnd(text, key[0])
  const line = text.slice(key[0], end).replace(/:\s*(\[\s*\]|null|~)\s*/, ':')
  return inserted(
    text.slice(0, key[0]) + line + text.slice(end),
    key[0] + line.length,
    entryTexts(fresh, 2),
  )
}

const entryTexts = (fresh: readonly Fields[], dash: number): string =>
  fresh.map((fields) => `${' '.repeat(dash)}- ${mapText(inOrder(fields), dash + 2)}`).join('\n')

const inserted = (text: string, at: number, line: string): string =>
  `${text.slice(0, at)}\n${line}${text.slice(at) === '' ? '\n' : text.slice(at)}`

const isFields = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
