import type { StudyDay } from '../../kernel/study-day'

/** 1 Again, 2 Hard, 3 Good, 4 Easy. */
export type Rating = 1 | 2 | 3 | 4

/** FSRS memory: stability in days until recall falls to 90 %, difficulty 1-10. */
export type Memory = { readonly stability: number; readonly difficulty: number }

type Seen = Memory & {
  /** Grades that count so far. */
  readonly reps: number
  /** Times it was forgotten after graduating. */
  readonly lapses: number
  readonly lastReviewAt: number
  readonly lastReviewDay: StudyDay
}

/**
 * What the scheduler knows of one card. A new card has no stability, so it has no such field.
 * Learning cards are due at an instant (minutes away), review cards on a study day.
 */
export type CardState =
  | { readonly phase: 'new' }
  | (Seen & {
      readonly phase: 'learning' | 'relearning'
      /** Index of the step that was last shown: 0 is the first. */
      readonly step: number
      readonly dueAt: number
    })
  | (Seen & { readonly phase: 'review'; readonly intervalDays: number; readonly dueDay: StudyDay })

export type SeenState = Exclude<CardState, { phase: 'new' }>

export const NEW_CARD: CardState = { phase: 'new' }
