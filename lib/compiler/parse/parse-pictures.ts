import type { z } from 'zod'
import { PICTURE_LISTS, type PictureData } from '../../course/schema/pictures-file'
import type { Path } from '../../kinds/kind-file'
import type { DraftPictures, InputFile, Located } from '../draft'
import { type Fault, fault } from '../fault'
import { readItems, readMap } from './parse-lists'

export type ReadPictures = {
  readonly pictures: DraftPictures
  readonly faults: readonly Fault[]
}

/** `pictures.yaml` has one list for each sort of thing. A broken entry does not hide the others. */
export function parsePictures(file: InputFile): ReadPictures {
  const { document, faults } = readMap(file)
  const placesOf = new Map<string, readonly Located<unknown>['at'][]>()
  const broken: Fault[] = []
  const read = <S extends z.ZodType>(list: string, schema: S): z.output<S>[] => {
    if (document === null) return []
    const items = readItems(document, list, null, schema)
    placesOf.set(
      list,
      items.entries.map(({ at }) => at),
    )
    broken.push(...items.faults)
    return items.entries.map(({ value }) => value)
  }
  const value: PictureData = {
    places: read('places', PICTURE_LISTS.places),
    exercises: read('exercises', PICTURE_LISTS.exercises),
    sites: read('sites', PICTURE_LISTS.sites),
    aims: read('aims', PICTURE_LISTS.aims),
    wants: read('wants', PICTURE_LISTS.wants),
    events: read('events', PICTURE_LISTS.events),
    readings: read('readings', PICTURE_LISTS.readings),
  }
  const at = (path: Path = []) => {
    const [list, entry, ...rest] = path
    const place = placesOf.get(String(list))?.[Number(entry)]
    return place?.(rest) ?? document?.at(path) ?? { file: file.path, line: 1 }
  }
  const strange = Object.keys(document?.value ?? {})
    .filter((key) => !(key in PICTURE_LISTS))
    .map((key) => fault(at([key]), 'schema', `unknown key \`${key}\``))
  const isWhole = document !== null && broken.length === 0
  return { pictures: { value, at, isWhole }, faults: [...faults, ...strange, ...broken] }
}
