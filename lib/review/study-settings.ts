import type { Reach } from '../course/reach'
import type { StudyDay } from '../kernel/study-day'
import type { LeechRule } from '../memory/model/memory-model'
import type { KeyChanges } from './keys'

/**
 * How one person wants to study: the settings that the queue, the scheduler and the review page
 * need.
 */
export type StudySettings = {
  /** How much of the course to introduce; what has begun is reviewed whatever its depth. */
  readonly reach: Reach
  readonly newPerDay: number
  readonly reviewsPerDay: number
  /** The recall at which a review should fall due, 0.70 to 0.97. */
  readonly desiredRetention: number
  readonly leech: LeechRule | null
  /** Percent of a usual day's load, Monday first: 7 numbers from 0 to 100. */
  readonly easyDays: readonly number[]
  readonly levelLoad: boolean
  /** A backlog that is being spread over `days` study days from `from`; null when there is none. */
  readonly catchUp: { readonly from: StudyDay; readonly days: number } | null
  /** The study day on which the daily limits are larger, and by how much; null when there is none. */
  readonly more: { readonly day: StudyDay; readonly new: number; readonly reviews: number } | null
  readonly askConfidence: boolean
  /** Single keys that differ from the standard ones. */
  readonly keys: KeyChanges
}

/** No weekday is easier than the others. */
export const EVERY_DAY_ALIKE: readonly number[] = [100, 100, 100, 100, 100, 100, 100]
