import type { TimelineLane } from '@/lib/reference/timeline'

export const laneTitle: Record<TimelineLane, string> = {
  memberships: 'Joins and withdrawals',
  exercises: 'Exercises',
  events: 'Events and conditions',
  forecasts: 'Forecasts and plans',
  statements: 'Statements',
}

/** What the place on the line means, where that is not plain. */
export const laneNote: Record<TimelineLane, string | null> = {
  memberships: null,
  exercises: null,
  events: null,
  forecasts: 'expected or intended, not reported',
  statements: 'at the date they were made',
}
