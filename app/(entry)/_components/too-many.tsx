import { guardedCode } from '@/lib/auth/guarded-code'
import { AppError } from '@/lib/kernel/app-error'
import { EntryHead } from './entry-head'

const TOO_MANY = Symbol('too many attempts')

/** The same for a page, which then shows `TooMany`. */
export const byCode = <T,>(
  look: () => Promise<T>,
  opensNothing?: (found: T) => boolean,
): Promise<T | typeof TOO_MANY> =>
  guardedCode(look, opensNothing).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'too_many_attempts') return TOO_MANY
    throw error
  })

export const isTooMany = (found: unknown): found is typeof TOO_MANY => found === TOO_MANY

export function TooMany() {
  return (
    <EntryHead title="Too many attempts">
      Many links that open nothing were tried from this network, so links are not looked up for up
      to 15 minutes. Nothing was changed, and your link stays as it was. Open it again later.
    </EntryHead>
  )
}
