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

/** The entries of a list that have an id; null for a text that is no YAML. A list that is not there has none. */
export function entriesOf(text: string, list: string): readonly Entry[] | null {
  const document = parseDocument(text, { prettyErrors: false })
  if (document.errors.length > 0) return null
  const items = document.get(list)
  if (!isSeq(items)) return []
  return items.items.flatMap((item): Entry[] => {
    const place = placeOfMap(text, item)
    const fields: unknown = isMap(item) ? item.toJS(document) : null
    if (place === null || !isFields(fields) || typeof fields.id !== 'string') return []
    return [{ ...place, id: fields.id, fields }]
  })
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
