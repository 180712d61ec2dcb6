import type { EntityId } from '../../kernel/ids'
import type { EntryFault } from '../kind-file'

/** Fewest wrong states a map offers. */
const WRONG_AT_LEAST = 3
const rule = 'map-candidates'

/** Every right state of a map can be picked, and enough wrong ones too. */
export function candidateFaults(
  answers: readonly EntityId[],
  candidates: readonly EntityId[],
): readonly EntryFault[] {
  const absent = answers.flatMap((id, i) =>
    candidates.includes(id)
      ? []
      : [{ path: ['answers', i], rule, message: `\`${id}\` is not among the candidates` }],
  )
  const wrong = candidates.filter((id) => !answers.includes(id)).length
  if (wrong >= WRONG_AT_LEAST) return absent
  const message = `the map offers ${wrong} wrong states; it needs at least ${WRONG_AT_LEAST}`
  return [...absent, { path: ['candidates'], rule, message }]
}
