import 'server-only'
import type { Result } from '../kernel/result'

/** Sets the session cookie; call from an action. */
export async function signInWithPassword(_input: {
  email: string
  password: string
}): Promise<Result<null, { message: string }>> {
  throw new Error('stub')
}

/** Ends this browser's session at once, in the database too. */
export async function signOutHere(): Promise<void> {
  throw new Error('stub')
}
