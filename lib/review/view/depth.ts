import type { Reach } from '../../course/reach'
import { isoDate } from '../../kernel/study-day'
import { reachInForce } from '../reach-in-force'
import type { StudyState } from '../study-state'

/** How much of the course somebody learns at present, and why. */
export type DepthView = {
  /** What they chose themselves. */
  readonly own: Reach
  /** What open assignments ask for, by due day. */
  readonly assigned: readonly {
    readonly id: string
    readonly title: string
    readonly reach: Reach
    /** `YYYY-MM-DD` */
    readonly due: string
    /** It asks for something else than `own`, and holds for its part until it is due or reached. */
    readonly differs: boolean
  }[]
}

export function depthView(state: StudyState): DepthView {
  const { own, assigned } = reachInForce(state)
  return {
    own,
    assigned: assigned.map(({ id, title, reach, dueDay }) => ({
      id,
      title,
      reach,
      due: isoDate(dueDay),
      differs: reach !== own,
    })),
  }
}
