import type { LateReason } from './attempt-time'

/** The outcome of one answer sent to `POST /api/exams/ATTEMPT/answers`. */
export type AnswerOutcome =
  | { readonly position: number; readonly status: 'saved' }
  | {
      readonly position: number | null
      readonly status: 'refused'
      readonly reason: LateReason | 'malformed'
      readonly message: string
    }
