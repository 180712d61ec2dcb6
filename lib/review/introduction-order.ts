import { depthOrder } from '../course/reach'
import type { Question } from '../course/types'
import type { QuestionId } from '../kernel/ids'
import { type Related, takeWithoutSiblings } from './without-siblings'

/** A question that nobody was asked yet. */
export type Waiting = Related & {
  /** From 0; those of a lower rank are introduced before. */
  readonly rank: number
}

export const waitingOf = (question: Pick<Question, 'id' | 'siblings' | 'depth'>): Waiting => ({
  questionId: question.id,
  siblings: question.siblings,
  rank: depthOrder(question),
})

/**
 * Questions in the order in which they are introduced: by rank, and of one rank those first that have the most
 * siblings among them. Of several siblings only one is asked on a day, so that what is left to the last would
 * come one a day ("largest degree first", Welsh and Powell 1967). Otherwise they stay in the order given.
 */
export const introductionOrder = <T extends Waiting>(waiting: readonly T[]): readonly T[] =>
  ranked(waiting).flatMap((group) => byLinks(group).mostFirst)

/**
 * Those of the waiting questions that one day introduces: at most `room`, and none with a sibling in `seen`, to
 * which the chosen ones are added. They are taken in `introductionOrder`. Where so few of a rank are left that
 * this does not fill the day, those with the fewest siblings are taken if they are more: a newcomer's first
 * day is not to be shorter than it has to be.
 */
export function introduced<T extends Waiting>(
  waiting: readonly T[],
  room: number,
  seen: Set<QuestionId>,
): readonly T[] {
  const taken: T[] = []
  for (const group of ranked(waiting)) {
    const left = room - taken.length
    if (left <= 0) break
    const { mostFirst, fewestFirst } = byLinks(group)
    const most = takeWithoutSiblings(mostFirst, left, new Set(seen))
    const fewest = most.length < left ? takeWithoutSiblings(fewestFirst, left, new Set(seen)) : most
    const chosen = fewest.length > most.length ? fewest : most
    for (const { questionId } of chosen) seen.add(questionId)
    taken.push(...chosen)
  }
  return taken
}

const ranked = <T extends Waiting>(waiting: readonly T[]): readonly (readonly T[])[] =>
  [...new Set(waiting.map(({ rank }) => rank))]
    .sort((a, b) => a - b)
    .map((rank) => waiting.filter((each) => each.rank === rank))

function byLinks<T extends Waiting>(group: readonly T[]) {
  const ids = new Set(group.map(({ questionId }) => questionId))
  const counted = group.map((each) => ({
    each,
    links: each.siblings.filter((sibling) => ids.has(sibling)).length,
  }))
  const sorted = (sign: 1 | -1) =>
    counted.toSorted((a, b) => sign * (a.links - b.links)).map(({ each }) => each)
  return { mostFirst: sorted(-1), fewestFirst: sorted(1) }
}
