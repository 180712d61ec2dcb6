import 'server-only'
import { AppError } from '../../kernel/app-error'

/** `what` is a sentence. Says how long to wait. */
export function tooMany(what: string, waitS: number): AppError {
  const minutes = Math.ceil(waitS / 60)
  const wait = `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`
  return new AppError('too_many_attempts', `${what} Wait ${wait} and try again.`)
}
