import { isMap, isNode, isScalar, isSeq, parseDocument } from 'yaml'
import type { Place } from '../fault'
import { FRONT } from './edit-file'
import { BODY, type Target } from './target'
import { entriesOf } from './yaml-list'
import { lineEnd, type MapPlace, placeOfMap } from './yaml-map'

/** Where in a form a fault belongs. `line` counts from 1 within a text of many lines. */
export type FieldAt = {
  /** The steps that lead to it, `changes`, `0`, `date`; empty when it is of none of the fields. */
  readonly field: readonly string[]
  readonly line: number | null
}

/** What of a thing stands at a place of its file; null for a place that is not of this thing. */
export function fieldAt(
  text: string,
  { path, list, id }: Target,
  { line, column }: Pick<Place, 'line' | 'column'>,
): FieldAt | null {
  const from = offsetOf(text, line)
  const spot = {
    from: column === undefined ? from : from + column - 1,
    isLine: column === undefined,
  }
  if (list !== null) {
    const entry = entriesOf(text, list)?.find((one) => one.id === id)
    return entry === undefined || !isWithin(text, entry, { from, isLine: true })
      ? null
      : fieldOf(text, entry, spot)
  }
  const front = path.endsWith('.md') ? FRONT.exec(text) : null
  if (front !== null && from >= front[0].length) {
    return { field: [BODY], line: line - front[0].split('\n').length + 1 }
  }
  const begin = front === null ? 0 : text.indexOf('\n') + 1
  const written = front?.[1] ?? text
  const place = placeOfMap(written, parseDocument(written, { prettyErrors: false }).contents)
  return place === null
    ? { field: [], line: null }
    : fieldOf(written, place, { ...spot, from: spot.from - begin })
}

const fieldOf = (text: string, { map }: MapPlace, spot: Spot): FieldAt => ({
  field: stepsTo(text, map, spot),
  line: null,
})

/** A place, or a whole line from its beginning. */
type Spot = { readonly from: number; readonly isLine: boolean }
type Span = { readonly from: number; readonly to: number }

/** The deepest part of a value at this place. Of several parts on one line, a line names none. */
function stepsTo(text: string, node: unknown, spot: Spot): readonly string[] {
  const found = partsOf(text, node).filter((part) => isWithin(text, part, spot))
  const [first] = found
  if (first === undefined || (found.length > 1 && isFlow(node))) return []
  return [first.step, ...stepsTo(text, first.value, spot)]
}

const isFlow = (node: unknown): boolean => (isMap(node) || isSeq(node)) && node.flow === true

type Part = Span & { readonly step: string; readonly value: unknown }

function partsOf(text: string, node: unknown): readonly Part[] {
  if (isMap(node)) {
    return node.items.flatMap(({ key, value }) => {
      if (!isScalar(key) || typeof key.value !== 'string' || !key.range) return []
      return [{ step: key.value, value, ...spanOf(text, key.range[0], value, key.range[1]) }]
    })
  }
  if (!isSeq(node)) return []
  return node.items.flatMap((value, i) =>
    isNode(value) && value.range
      ? [{ step: String(i), value, ...spanOf(text, value.range[0], value, value.range[1]) }]
      : [],
  )
}

function spanOf(text: string, from: number, value: unknown, otherwise: number): Span {
  const end = isNode(value) && value.range ? value.range[1] : otherwise
  return { from, to: from + text.slice(from, end).trimEnd().length }
}

const isWithin = (text: string, { from, to }: Span, spot: Spot): boolean =>
  spot.isLine
    ? lineEnd(text, spot.from) >= from && spot.from <= to
    : spot.from >= from && spot.from < Math.max(to, from + 1)

function offsetOf(text: string, line: number): number {
  let at = 0
  for (let n = 1; n < line; n += 1) {
    const end = text.indexOf('\n', at)
    if (end === -1) return text.length
    at = end + 1
  }
  return at
}
