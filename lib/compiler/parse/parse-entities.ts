import { ENTITY_LISTS, namedEntity, stateEntity } from '../../course/schema/entities-file'
import type { Entity } from '../../course/types'
import type { BrokenItem, InputFile, Located } from '../draft'
import type { Fault } from '../fault'
import { fault } from '../fault'
import { readItems, readMap } from './parse-lists'

export type ReadEntities = {
  readonly entities: readonly Located<Entity>[]
  readonly broken: readonly BrokenItem[]
  readonly faults: readonly Fault[]
  readonly unread: boolean
}

/** `entities.yaml` has one list for each kind. */
export function parseEntities(file: InputFile): ReadEntities {
  const { document, faults } = readMap(file)
  if (document === null) return { entities: [], broken: [], faults, unread: true }
  const strange = Object.keys(document.value)
    .filter((key) => !Object.keys(ENTITY_LISTS).includes(key))
    .map((key) => fault(document.at([key]), 'schema', `unknown key \`${key}\``))
  const states = readItems(document, 'states', 'entity', stateEntity)
  const entities: Located<Entity>[] = states.entries.map(({ value, at }) => ({
    value: {
      id: value.id,
      kind: 'state',
      name: value.name,
      aliases: value.aliases,
      mentions: value.mentions,
      isoNumeric: value.iso,
    },
    at,
  }))
  const broken = [...states.broken]
  const all = [...faults, ...strange, ...states.faults]
  for (const [key, kind] of Object.entries(ENTITY_LISTS)) {
    if (kind === 'state') continue
    const list = readItems(document, key, 'entity', namedEntity)
    for (const { value, at } of list.entries) {
      entities.push({ value: { ...value, kind, isoNumeric: null }, at })
    }
    broken.push(...list.broken)
    all.push(...list.faults)
  }
  return { entities, broken, faults: all, unread: false }
}
