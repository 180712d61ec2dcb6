import type { Check } from '../draft'
import { fault } from '../fault'

/** Fewest wrong states a map offers. */
const WRONG_AT_LEAST = 3

/** Every right state of a map can be picked, and enough wrong ones too. */
export const mapCandidates: Check = (draft) =>
  draft.questions.flatMap(({ value, at }) => {
    if (value.kind !== 'map') return []
    const { answers, candidates } = value
    const absent = answers.flatMap((id, i) =>
      candidates.includes(id)
        ? []
        : [fault(at(['answers', i]), 'map-candidates', `\`${id}\` is not among the candidates`)],
    )
    const wrong = candidates.filter((id) => !answers.includes(id)).length
    if (wrong >= WRONG_AT_LEAST) return absent
    const message = `the map offers ${wrong} wrong states; it needs at least ${WRONG_AT_LEAST}`
    return [...absent, fault(at(['candidates']), 'map-candidates', message)]
  })
