import { normalForm } from '../../course/normal-form'
import { splitCloze } from '../cloze'
import type { Check } from '../draft'
import { fault } from '../fault'

/** A near miss is wrong: it is none of the accepted forms. */
export const nearMisses: Check = (draft) =>
  draft.questions.flatMap(({ value, at }) => {
    if (value.kind !== 'cloze' && value.kind !== 'text') return []
    const answer = value.kind === 'text' ? value.answer : splitCloze(value.text)?.answer
    const right = [answer ?? '', ...value.accept].map(normalForm)
    return value.near.flatMap(({ text }, i) =>
      right.includes(normalForm(text))
        ? [fault(at(['near', i]), 'near-miss', `"${text}" is a near miss and accepted as right`)]
        : [],
    )
  })
