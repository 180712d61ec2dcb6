import type { UserId } from '../kernel/ids'

/** What an instructor wrote down about a learner; only the cohort's instructors read it. */
export type InstructorNote = {
  readonly id: string
  readonly authorId: UserId
  readonly text: string
  readonly at: number
}
