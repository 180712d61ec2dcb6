import { depthOrder } from './reach'
import type { Question } from './types'

type Waiting = Pick<Question, 'id' | 'depth' | 'siblings'>

/**
 * Questions that nobody was asked yet, in the order in which they are introduced: what matters most first, and
 * of one depth those first that have the most siblings among them. Of several siblings only one is asked on
 * a day, so that what is left to the last would come one a day ("largest degree first", Welsh and Powell
 * 1967). Otherwise they stay in the order given.
 */
export function introductionOrder<T extends Waiting>(waiting: readonly T[]): readonly T[] {
  const depths = new Map(waiting.map(({ id, depth }) => [id, depth]))
  return waiting
    .map((question) => ({
      question,
      depth: depthOrder(question),
      links: question.siblings.filter((sibling) => depths.get(sibling) === question.depth).length,
    }))
    .sort((a, b) => a.depth - b.depth || b.links - a.links)
    .map(({ question }) => question)
}
