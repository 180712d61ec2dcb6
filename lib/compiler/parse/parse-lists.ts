import type { z } from 'zod'
import type { BrokenItem, InputFile, ItemKind, Located } from '../draft'
import type { Fault } from '../fault'
import { fault } from '../fault'
import { parseYaml, within } from './parse-yaml'
import { isRecord, understand } from './understand'

export type ReadList<T> = {
  readonly entries: readonly Located<T>[]
  readonly broken: readonly BrokenItem[]
  readonly faults: readonly Fault[]
  /** Null when the whole file could not be read. */
  readonly document: Located<Record<string, unknown>> | null
}

/** A YAML file whose top level is a map, or the faults that say why it is not. */
export function readMap(file: InputFile): {
  document: Located<Record<string, unknown>> | null
  faults: readonly Fault[]
} {
  const { document, faults } = parseYaml(file.path, file.text)
  if (document === null) return { document: null, faults }
  const { value } = document
  if (isRecord(value)) return { document: { value, at: document.at }, faults }
  return { document: null, faults: [fault(document.at(), 'schema', 'the file is not a YAML map')] }
}

/**
 * Reads one list of a file entry by entry, so that a broken entry does not hide the others. Keys of
 * the file other than `key` and `alsoAllowed` are faults.
 */
export function readList<S extends z.ZodType>(
  file: InputFile,
  key: string,
  alsoAllowed: readonly string[],
  /** Null for what nothing else names as an item of the course. */
  kind: ItemKind | null,
  schema: S,
): ReadList<z.output<S>> {
  const { document, faults } = readMap(file)
  if (document === null) return { entries: [], broken: [], faults, document: null }
  const strange = Object.keys(document.value)
    .filter((name) => name !== key && !alsoAllowed.includes(name))
    .map((name) => fault(document.at([name]), 'schema', `unknown key \`${name}\``))
  const items = readItems(document, key, kind, schema)
  return { ...items, faults: [...faults, ...strange, ...items.faults], document }
}

/** The entries under one key of a document. It is no fault if the list is absent or empty. */
export function readItems<S extends z.ZodType>(
  document: Located<Record<string, unknown>>,
  key: string,
  kind: ItemKind | null,
  schema: S,
): Omit<ReadList<z.output<S>>, 'document'> {
  const list = document.value[key] ?? []
  if (!Array.isArray(list)) {
    const notList = fault(document.at([key]), 'schema', `\`${key}\` is not a list`)
    return { entries: [], broken: [], faults: [notList] }
  }
  const entries: Located<z.output<S>>[] = []
  const broken: BrokenItem[] = []
  const faults: Fault[] = []
  list.forEach((item: unknown, index) => {
    const raw = within(document, [key, index], item)
    const result = understand(schema, raw)
    if (result.entry !== null) entries.push(result.entry)
    else if (kind !== null) broken.push(brokenItem(kind, raw))
    faults.push(...result.faults)
  })
  return { entries, broken, faults }
}

export function brokenItem(
  kind: ItemKind,
  raw: Located<unknown>,
  facts: readonly string[] = [],
): BrokenItem {
  const value = isRecord(raw.value) ? raw.value : {}
  const id = typeof value.id === 'string' ? value.id : null
  const listed = Array.isArray(value.facts) ? value.facts : []
  const named = listed.filter((fact) => typeof fact === 'string')
  return { kind, id, place: raw.at(), facts: [...facts, ...named] }
}
