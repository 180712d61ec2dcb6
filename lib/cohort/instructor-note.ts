import type { UserId } from '../kernel/ids'

/** A note about a learner. Only the instructors of the cohort can read it. */
export type InstructorNote = {
  readonly id: string
  readonly authorId: UserId
  readonly text: string
  readonly at: number
}
