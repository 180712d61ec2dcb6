/** How sure the learner is before the reveal, in percent and in the order of the keys. */
export const CONFIDENCES = [
  { percent: 25, name: 'Guess' },
  { percent: 50, name: 'Unsure' },
  { percent: 75, name: 'Fairly sure' },
  { percent: 95, name: 'Certain' },
] as const

/** From this percentage on, an answer counts as confident. */
export const CONFIDENT = 75
