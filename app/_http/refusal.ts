import { AppError } from '@/lib/kernel/app-error'
import { statusOf } from './status-of'

/** Why a request is not served. `message` is fit to show to a person. */
export class Refusal extends Error {
  constructor(
    readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 415,
    message: string,
  ) {
    super(message)
    this.name = 'Refusal'
  }
}

/** What was thrown, if it is a refusal of ours or of a verb's. Throws anything else again. */
export function refusalOf(thrown: unknown): Refusal {
  if (thrown instanceof Refusal) return thrown
  if (thrown instanceof AppError) return new Refusal(statusOf(thrown.code), thrown.message)
  throw thrown
}
