import { mapDirective, recallDirective, timelineDirective } from '../../course/schema/lesson-front'
import type { LessonBlock } from '../../course/types'
import type { Located } from '../draft'
import type { Fault } from '../fault'
import { fault } from '../fault'
import { understand } from './understand'

type ReadBlock = {
  readonly block: Exclude<LessonBlock, { kind: 'html' }> | null
  readonly faults: readonly Fault[]
}

/** `::recall{q=question-id}`. */
export function readRecall(raw: Located<unknown>): ReadBlock {
  const { entry, faults } = understand(recallDirective, raw)
  return { block: entry && { kind: 'recall', question: entry.value.q }, faults }
}

/** `::map{...}` or `::timeline{...}`; any other name is a fault. */
export function readPicture(name: string, raw: Located<unknown>): ReadBlock {
  switch (name) {
    case 'map': {
      const { entry, faults } = understand(mapDirective, raw)
      return { block: entry && { kind: 'map', ...entry.value }, faults }
    }
    case 'timeline': {
      const { entry, faults } = understand(timelineDirective, raw)
      return { block: entry && { kind: 'timeline', ...entry.value }, faults }
    }
    default: {
      const message = `there is no directive \`::${name}\`; use ::recall, ::map or ::timeline`
      return { block: null, faults: [fault(raw.at(), 'directive', message)] }
    }
  }
}
