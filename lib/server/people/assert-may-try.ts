import 'server-only'
import { secondsToWait } from '../../db/connection/throttle'
import { AppError } from '../../kernel/app-error'

/** Throws too_many_attempts when too many wrong passwords were given for this address. */
export async function assertMayTry(email: string): Promise<void> {
  const waitS = await secondsToWait('sign-in', email)
  if (waitS > 0) throw tooMany('Too many attempts for this address.', waitS)
}

/** `what` is a sentence. Says how long to wait. */
export function tooMany(what: string, waitS: number): AppError {
  const minutes = Math.ceil(waitS / 60)
  const wait = `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`
  return new AppError('too_many_attempts', `${what} Wait ${wait} and try again.`)
}
