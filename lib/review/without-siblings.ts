import type { QuestionId } from '../kernel/ids'

export type Related = {
  readonly questionId: QuestionId
  /** Questions that must not be asked on the same day (`Question.siblings`). */
  readonly siblings: readonly QuestionId[]
}

/** At most `limit` of them, none with a sibling in `seen`. The chosen ones are added to it. */
export function takeWithoutSiblings<T extends Related>(
  all: readonly T[],
  limit: number,
  seen: Set<QuestionId>,
): readonly T[] {
  const taken: T[] = []
  for (const each of all) {
    if (taken.length >= limit) break
    if (each.siblings.some((sibling) => seen.has(sibling))) continue
    taken.push(each)
    seen.add(each.questionId)
  }
  return taken
}
