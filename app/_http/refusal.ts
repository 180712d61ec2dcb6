import { AppError } from '@/lib/kernel/app-error'
import {
  databaseTroubleIn,
  RETRY_AFTER_SECONDS,
  troubleWords,
} from '@/lib/kernel/database-unavailable'
import { noteRefused } from '@/lib/observe/note-request'
import { statusOf } from './status-of'

/** The reason why a request is refused. `message` is meant for people. */
export class Refusal extends Error {
  constructor(
    readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 503,
    message: string,
  ) {
    super(message)
    this.name = 'Refusal'
  }
}

/**
 * Returns the refusal if `thrown` is a Refusal, a verb's AppError, or a database that cannot be used now.
 * Throws everything else again.
 */
export function refusalOf(thrown: unknown): Refusal {
  if (thrown instanceof Refusal) return thrown
  if (thrown instanceof AppError) {
    noteRefused(thrown.code)
    return new Refusal(statusOf(thrown.code), thrown.message)
  }
  const trouble = databaseTroubleIn(thrown)
  if (trouble === null) throw thrown
  const { title, text } = troubleWords(trouble)
  return new Refusal(503, `${title}. ${text} ${KEPT}`)
}

/** Whoever sends something again may do so: what was stored all the same is not stored twice. */
const KEPT = 'Nothing that was stored is lost. Send the request again in a few seconds.'

/** The headers of every refusal. */
export const refusalHeaders = (status: number): Readonly<Record<string, string>> => ({
  'Cache-Control': 'no-store',
  ...(status === 503 && { 'Retry-After': String(RETRY_AFTER_SECONDS) }),
})
