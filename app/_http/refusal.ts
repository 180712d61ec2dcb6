import { AppError } from '@/lib/kernel/app-error'
import { statusOf } from './status-of'

/** The reason why a request is refused. `message` is meant for people. */
export class Refusal extends Error {
  constructor(
    readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 415,
    message: string,
  ) {
    super(message)
    this.name = 'Refusal'
  }
}

/**
 * Returns the refusal if `thrown` is a Refusal or a verb's AppError. Throws everything else again.
 */
export function refusalOf(thrown: unknown): Refusal {
  if (thrown instanceof Refusal) return thrown
  if (thrown instanceof AppError) return new Refusal(statusOf(thrown.code), thrown.message)
  throw thrown
}
