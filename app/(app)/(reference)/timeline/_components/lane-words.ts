import type { TimelineLane } from '@/lib/reference/timeline'

export const laneTitle: Record<TimelineLane, string> = {
  memberships: 'Joins and withdrawals',
  exercises: 'Exercises',
  events: 'Events and conditions',
  forecasts: 'Forecasts and plans',
  statements: 'Statements',
}

/** What the position on the line means, where this is not obvious. */
export const laneNote: Record<TimelineLane, string | null> = {
  memberships: null,
  exercises: null,
  events: null,
  forecasts: 'Expected or intended, not reported as done',
  statements: 'Shown at the date they were made',
}
