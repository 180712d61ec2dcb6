import { splitCloze } from '../cloze'
import type { Check } from '../draft'
import { fault } from '../fault'

/** A cloze has one gap, `{{answer}}`, with words in it and around it. */
export const clozeGap: Check = (draft) =>
  draft.questions.flatMap(({ value, at }) => {
    if (value.kind !== 'cloze') return []
    const split = splitCloze(value.text)
    if (split !== null && `${split.before}${split.after}`.trim() !== '') return []
    const gaps = value.text.match(/\{\{/g)?.length ?? 0
    const message =
      split !== null
        ? 'the cloze is nothing but its gap'
        : gaps === 1
          ? 'the gap of the cloze is empty or not closed: write {{answer}}'
          : `the cloze has ${gaps} gaps {{...}}; it needs exactly one`
    return [fault(at(['text']), 'cloze-gap', message)]
  })
