import type { z } from 'zod'
import {
  circlesDirective,
  exercisesDirective,
  imageDirective,
  mapDirective,
  readingsDirective,
  recallDirective,
  sitesDirective,
  timelineDirective,
  wantsDirective,
} from '../../course/schema/lesson-front'
import type { Picture } from '../../course/types'
import type { DraftBlock, Located } from '../draft'
import type { Fault } from '../fault'
import { fault } from '../fault'
import { understand } from './understand'

type ReadBlock = {
  readonly block: DraftBlock | null
  readonly faults: readonly Fault[]
}

/** `::recall{q=question-id}`. */
export function readRecall(raw: Located<unknown>): ReadBlock {
  const { entry, faults } = understand(recallDirective, raw)
  return { block: entry && { kind: 'recall', question: entry.value.q }, faults }
}

/** `::image{id=old-harbour}`. */
export function readImage(raw: Located<unknown>): ReadBlock {
  const { entry, faults } = understand(imageDirective, raw)
  return { block: entry && { kind: 'image', id: entry.value.id }, faults }
}

/** The directives that draw a picture, in the order in which a message names them. */
export const PICTURE_NAMES = [
  'map',
  'timeline',
  'circles',
  'exercises',
  'sites',
  'wants',
  'readings',
] as const satisfies readonly Picture['kind'][]

type Reader = (raw: Located<unknown>) => ReadBlock

/** Reads the attributes of a directive and makes them its block. */
const reader =
  <S extends z.ZodType>(schema: S, block: (value: z.output<S>) => Picture): Reader =>
  (raw) => {
    const { entry, faults } = understand(schema, raw)
    return { block: entry && block(entry.value), faults }
  }

const READERS: Readonly<Record<Picture['kind'], Reader>> = {
  map: reader(mapDirective, (value) => ({ kind: 'map', ...value })),
  timeline: reader(timelineDirective, (value) => ({ kind: 'timeline', ...value })),
  circles: reader(circlesDirective, (value) => ({ kind: 'circles', ...value })),
  exercises: reader(exercisesDirective, (value) => ({ kind: 'exercises', ...value })),
  sites: reader(sitesDirective, (value) => ({ kind: 'sites', ...value })),
  wants: reader(wantsDirective, (value) => ({ kind: 'wants', ...value })),
  readings: reader(readingsDirective, (value) => ({ kind: 'readings', ...value })),
}

/** `::map{...}` or another picture; any other name is a fault. */
export function readPicture(name: string, raw: Located<unknown>): ReadBlock {
  const kind = PICTURE_NAMES.find((one) => one === name)
  if (kind !== undefined) return READERS[kind](raw)
  const known = PICTURE_NAMES.slice(0, -1).map((one) => `::${one}`)
  const message = `there is no directive \`::${name}\`; use ::recall, ::image, ${known.join(', ')} or ::${PICTURE_NAMES.at(-1)}`
  return { block: null, faults: [fault(raw.at(), 'directive', message)] }
}
