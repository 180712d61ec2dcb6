import { isMap, isPair, isScalar, isSeq, type Pair, parseDocument, type YAMLMap } from 'yaml'
import type { Withdrawal } from '../../course/types'
import type { InputFile } from '../draft'

export type Marked =
  | { readonly kind: 'source'; readonly id: string }
  | { readonly kind: 'fact'; readonly id: string }
  | { readonly kind: 'question'; readonly id: string }

/**
 * The files with `withdrawn` written into the entries of these. Every other byte stays as it is. Entries
 * that no file has are left out, which the caller finds when it compiles.
 */
export function markWithdrawn(
  files: readonly InputFile[],
  marked: readonly Marked[],
  withdrawal: Withdrawal,
): readonly InputFile[] {
  const value = written(withdrawal)
  return files.map((file) => {
    const edits = entriesIn(file, marked).flatMap((map) => editOf(file.text, map, value) ?? [])
    return edits.length === 0 ? file : { path: file.path, text: withEdits(file.text, edits) }
  })
}

/** The marked entries of one file, which is parsed once for all of them. */
function entriesIn({ path, text }: InputFile, marked: readonly Marked[]): readonly YAMLMap[] {
  const own = marked.filter(({ kind, id }) => WHERE[kind].test(path) && text.includes(id))
  if (own.length === 0) return []
  const { contents } = parseDocument(text, { prettyErrors: false })
  return own.flatMap(({ kind, id }) => {
    const map = kind === 'source' ? contents : entryOf(contents, `${kind}s`, id)
    return isMap(map) && idOf(map) === id ? [map] : []
  })
}

/** A part of a text that is replaced by another. */
type TextEdit = { readonly from: number; readonly to: number; readonly text: string }

/** From the end, so that no edit moves the place of another. */
const withEdits = (text: string, edits: readonly TextEdit[]): string =>
  [...edits]
    .sort((one, other) => other.from - one.from)
    .reduce((all, edit) => `${all.slice(0, edit.from)}${edit.text}${all.slice(edit.to)}`, text)

const WHERE = {
  source: /^([^/]+\/)?sources\/[^/]+\.yaml$/,
  fact: /^([^/]+\/)?facts\/[^/]+\.yaml$/,
  question: /^([^/]+\/)?questions\/[^/]+\.yaml$/,
} as const

function entryOf(contents: unknown, list: string, id: string): unknown {
  if (!isMap(contents)) return null
  const items = contents.get(list)
  return isSeq(items) ? items.items.find((item) => isMap(item) && idOf(item) === id) : null
}

const idOf = (map: YAMLMap): unknown => map.get('id')

/** A text in double quotes is read by YAML as JSON means it. */
const written = ({ reason, date }: Withdrawal): string =>
  `{ ${date === undefined ? '' : `date: '${date}', `}reason: ${JSON.stringify(reason)} }`

/** Replaces the value of `withdrawn`, or writes the key behind `id`. */
function editOf(text: string, map: YAMLMap, value: string): TextEdit | null {
  const old = map.items.find((pair) => keyOf(pair) === 'withdrawn')
  const range = old && rangeOf(old.value)
  if (range) {
    const [from, to] = range
    const space = text[from - 1] === ':' ? ' ' : ''
    const end = from + text.slice(from, to).trimEnd().length
    return { from, to: end, text: `${space}${value}` }
  }
  const id = map.items.find((pair) => keyOf(pair) === 'id')
  const key = id && rangeOf(id.key)
  const named = id && rangeOf(id.value)
  if (!key || !named) return null
  const [start] = key
  const [, end] = named
  if (map.flow === true) return { from: end, to: end, text: `, withdrawn: ${value}` }
  // A comment may stand behind the id.
  const line = text.indexOf('\n', end)
  const isWindows = line > 0 && text[line - 1] === '\r'
  const at = line < 0 ? text.length : isWindows ? line - 1 : line
  const column = start - (text.lastIndexOf('\n', start - 1) + 1)
  const ending = isWindows ? '\r\n' : '\n'
  return { from: at, to: at, text: `${ending}${' '.repeat(column)}withdrawn: ${value}` }
}

const keyOf = (pair: Pair): unknown => (isScalar(pair.key) ? pair.key.value : null)

/** Where a node begins and where its value ends. */
function rangeOf(node: unknown): readonly [number, number] | null {
  if (isPair(node) || typeof node !== 'object' || node === null || !('range' in node)) return null
  const { range } = node
  return Array.isArray(range) ? [Number(range[0]), Number(range[1])] : null
}
