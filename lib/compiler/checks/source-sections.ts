import type { SourceFile } from '../../course/schema/source-file'
import type { Check, Located } from '../draft'
import type { Fault } from '../fault'
import { fault } from '../fault'

/**
 * Sections must cover every paragraph from 1 to the last once, in order. What is left out must be
 * within that range.
 */
export const sourceSections: Check = (draft) =>
  draft.sources.flatMap((source) => [...sections(source), ...leftOut(source), ...file(source)])

function sections({ value, at }: Located<SourceFile>): readonly Fault[] {
  const faults: Fault[] = []
  let next = 1
  value.sections.forEach(({ title, from, to }, i) => {
    const place = at(['sections', i])
    if (from !== next) {
      const message = `section "${title}" begins at ¶${from}, but must begin at ¶${next}`
      faults.push(fault(place, 'source-sections', message))
    }
    if (to < from) {
      faults.push(fault(place, 'source-sections', `section "${title}" ends before it begins`))
    }
    next = Math.max(from, to) + 1
  })
  if (next !== value.paragraphs + 1) {
    const message = `the sections end at ¶${next - 1}, but the source has ${value.paragraphs} paragraphs`
    faults.push(fault(at(['sections']), 'source-sections', message))
  }
  return faults
}

function leftOut({ value, at }: Located<SourceFile>): readonly Fault[] {
  const seen = new Set<number>()
  return value.leftOut.flatMap(({ from, to }, i) => {
    const place = at(['leftOut', i])
    if (to < from) return [fault(place, 'source-sections', `¶${from} to ¶${to} is not a range`)]
    if (to > value.paragraphs) {
      const message = `¶${to} is left out, but the source has ${value.paragraphs} paragraphs`
      return [fault(place, 'source-sections', message)]
    }
    const range = Array.from({ length: to - from + 1 }, (_, k) => from + k)
    const again = range.find((n) => seen.has(n))
    for (const n of range) seen.add(n)
    if (again === undefined) return []
    return [fault(place, 'source-sections', `¶${again} is left out twice`)]
  })
}

function file({ value, at }: Located<SourceFile>): readonly Fault[] {
  const place = at(['id'])
  if (place.file === `sources/${value.id}.yaml`) return []
  return [fault(place, 'file-name', `source \`${value.id}\` belongs in sources/${value.id}.yaml`)]
}
