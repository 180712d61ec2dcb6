import { parseDocument } from 'yaml'
import { FRONT } from './edit-file'
import { BODY, type Target } from './target'
import { entriesOf } from './yaml-list'
import { lineEnd, type MapPlace, placeOfMap, placesOf } from './yaml-map'

/** Where in a form a fault belongs. `line` counts from 1 within a text of many lines. */
export type FieldAt = { readonly field: string | null; readonly line: number | null }

/**
 * The field of a thing in which a line of its file stands; null for a line that is not of this thing.
 * `field` is null when it is of none of its fields.
 */
export function fieldAt(text: string, { path, list, id }: Target, line: number): FieldAt | null {
  const at = offsetOf(text, line)
  if (list !== null) {
    const entry = entriesOf(text, list)?.find((one) => one.id === id)
    return entry === undefined || !holds(text, entry, at) ? null : fieldOf(text, entry, at)
  }
  const front = path.endsWith('.md') ? FRONT.exec(text) : null
  if (front !== null && at >= front[0].length) {
    return { field: BODY, line: line - front[0].split('\n').length + 1 }
  }
  const begin = front === null ? 0 : text.indexOf('\n') + 1
  const written = front?.[1] ?? text
  const place = placeOfMap(written, parseDocument(written, { prettyErrors: false }).contents)
  return place === null ? { field: null, line: null } : fieldOf(written, place, at - begin)
}

function fieldOf(text: string, place: MapPlace, at: number): FieldAt {
  const found = placesOf(text, place)?.find((field) => holds(text, field, at))
  return { field: found?.name ?? null, line: null }
}

type Span = { readonly from: number; readonly to: number }

/** Whether the line that begins at `at` is one of those on which something stands. */
const holds = (text: string, { from, to }: Span, at: number): boolean =>
  lineEnd(text, at) >= from && at <= to

function offsetOf(text: string, line: number): number {
  let at = 0
  for (let n = 1; n < line; n += 1) {
    const end = text.indexOf('\n', at)
    if (end === -1) return text.length
    at = end + 1
  }
  return at
}
