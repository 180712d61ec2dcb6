import { isMap, isNode, isPair, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import type { Path } from '../../kinds/kind-file'
import type { Located } from '../draft'
import type { Fault, Place } from '../fault'
import { fault } from '../fault'
import { cutTexts } from './cut-texts'

/**
 * Reads YAML and keeps the place of each part. `value` is null when the text is not YAML at all.
 * `firstLine` is the line of the file on which the text begins.
 */
export function parseYaml(
  file: string,
  text: string,
  firstLine = 1,
): { document: Located<unknown> | null; faults: readonly Fault[] } {
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false })
  const placeOf = (offset: number): Place => {
    const { line, col } = counter.linePos(offset)
    return { file, line: line + firstLine - 1, column: col }
  }
  if (document.errors.length > 0) {
    const faults = document.errors.map((error) =>
      fault(placeOf(error.pos[0]), 'yaml', error.message),
    )
    return { document: null, faults }
  }
  const at = (path: Path = []): Place => placeOf(offsetOf(document.contents, path))
  const faults = cutTexts(document).map(({ offset, message }) =>
    fault(placeOf(offset), 'cut-text', message),
  )
  return { document: { value: document.toJS(), at }, faults }
}

/**
 * Offset of the key or item that `path` leads to, or of the deepest part of the path that exists.
 */
function offsetOf(root: unknown, path: Path): number {
  let node = root
  let offset = startOf(root) ?? 0
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && item.key.value === step)
      if (pair === undefined) return offset
      offset = startOf(pair.key) ?? offset
      node = pair.value
    } else if (isSeq(node) && typeof step === 'number') {
      const item = node.items[step]
      if (item === undefined) return offset
      offset = startOf(isPair(item) ? item.key : item) ?? offset
      node = item
    } else {
      return offset
    }
  }
  return offset
}

const startOf = (node: unknown): number | null => (isNode(node) ? (node.range?.[0] ?? null) : null)

/** The same document, seen from one of its parts. */
export const within = <T>(document: Located<unknown>, path: Path, value: T): Located<T> => ({
  value,
  at: (rest = []) => document.at([...path, ...rest]),
})
