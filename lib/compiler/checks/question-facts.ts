import type { Check } from '../draft'
import { fault } from '../fault'

/** A question must name at least one fact, each only once, and must have a topic. */
export const questionFacts: Check = (draft) =>
  draft.questions.flatMap(({ value, at, topic }) => {
    const missing =
      value.facts.length === 0
        ? [fault(at(['facts']), 'question-facts', `question \`${value.id}\` names no fact`)]
        : []
    const twice = value.facts.flatMap((id, i) =>
      value.facts.indexOf(id) === i
        ? []
        : [fault(at(['facts', i]), 'question-facts', `fact \`${id}\` is named twice`)],
    )
    const message = `question \`${value.id}\` has no topic, and its file has none either`
    const topicless = topic === null ? [fault(at(), 'question-topic', message)] : []
    return [...missing, ...twice, ...topicless]
  })
