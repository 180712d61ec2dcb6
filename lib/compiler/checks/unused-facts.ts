import type { Check } from '../draft'
import { fault } from '../fault'

/** A fact must be taught by a lesson or tested by a question. */
export const unusedFacts: Check = (draft) => {
  if (draft.incomplete.has('lesson') || draft.incomplete.has('question')) return []
  const used = new Set<string>([
    ...draft.lessons.flatMap((lesson) => lesson.facts.map(({ id }) => id)),
    ...draft.questions.flatMap(({ value }) => value.facts),
    ...draft.broken.flatMap((item) => item.facts),
  ])
  return draft.facts.flatMap(({ value, at }) =>
    used.has(value.id)
      ? []
      : [fault(at(['id']), 'unused-fact', `fact \`${value.id}\` is neither taught nor tested`)],
  )
}
