import type { Verdict } from './verdict'

export type Decided = Exclude<Verdict, { outcome: 'incomplete' } | { outcome: 'self' }>

/** From here on a partly right answer counts as recalled with trouble (Hard), below it as forgotten. */
const NEARLY_ALL = 0.75

export const incomplete = (missing: string): Verdict => ({ outcome: 'incomplete', missing })

export const right = (note: string): Decided => ({
  outcome: 'right',
  score: 1,
  proposed: 3,
  note,
})

/** Right, but with something to notice: recalled with trouble. */
export const rightButSlipped = (note: string): Decided => ({ ...right(note), proposed: 2 })

export const wrong = (note: string, score = 0): Decided => ({
  outcome: 'wrong',
  score,
  proposed: 1,
  note,
})

/** By the share that was right; at or below `floor` it is no better than guessing. */
export function byShare(score: number, floor: number, note: string): Decided {
  if (score >= 1) return right(note)
  if (score <= floor) return wrong(note, score)
  return { outcome: 'partly', score, proposed: score >= NEARLY_ALL ? 2 : 1, note }
}
