import type { Check } from '../draft'
import { fault } from '../fault'

/** A cited paragraph must exist, and its source must not leave it out. */
export const citedParagraphs: Check = (draft) => {
  const sources = new Map(draft.sources.map(({ value }) => [value.id, value]))
  return [...draft.facts, ...draft.questions].flatMap(({ value, at }) =>
    value.cites.flatMap(({ source: id, paragraph }, i) => {
      const source = sources.get(id)
      if (source === undefined) return []
      if (paragraph > source.paragraphs) {
        const message = `${id}#${paragraph} is out of range: ${id} has ${source.paragraphs} paragraphs`
        return [fault(at(['cites', i]), 'paragraph-range', message)]
      }
      const leftOut = source.leftOut.find(({ from, to }) => from <= paragraph && paragraph <= to)
      if (leftOut === undefined) return []
      const message = `${id}#${paragraph} is cited here, but its source leaves it out: ${leftOut.reason}`
      return [fault(at(['cites', i]), 'left-out-cited', message)]
    }),
  )
}
