import type { Rating } from '../card/state'

/** Where a grade leads among the steps: to one of them, or out (`null`: the card graduates). */
export type NextStep = { readonly step: number; readonly minutes: number } | null

/**
 * Anki's rules (rslib `scheduler/states/steps.rs`): Again goes back to the first step; Hard repeats
 * the step, but on the first one waits half-way to the second (1.5 times the first when it is the
 * only one); Good moves on, past the last it graduates; Easy graduates. A new card stands on step 0.
 */
export function nextStep(stepsMin: readonly number[], step: number, rating: Rating): NextStep {
  const first = stepsMin[0]
  if (first === undefined) return null
  const current = Math.min(Math.max(0, step), stepsMin.length - 1)
  switch (rating) {
    case 1:
      return { step: 0, minutes: first }
    case 2:
      return { step: current, minutes: hardMinutes(stepsMin, current, first) }
    case 3: {
      const next = stepsMin[current + 1]
      return next === undefined ? null : { step: current + 1, minutes: next }
    }
    case 4:
      return null
  }
}

function hardMinutes(stepsMin: readonly number[], current: number, first: number): number {
  if (current > 0) return stepsMin[current] ?? first
  const second = stepsMin[1]
  return second === undefined ? first * 1.5 : (first + second) / 2
}
