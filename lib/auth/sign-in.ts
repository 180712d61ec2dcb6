import 'server-only'
import { CredentialsSignin } from 'next-auth'
import { AppError } from '../kernel/app-error'
import { err, ok, type Result } from '../kernel/result'
import { signIn, signOut } from './next-auth'

/** Sets the session cookie. Call this from an action. */
export async function signInWithPassword(input: {
  email: string
  password: string
}): Promise<Result<null, { message: string }>> {
  try {
    await signIn('credentials', { ...input, redirect: false })
    return ok(null)
  } catch (error) {
    if (error instanceof CredentialsSignin) return err({ message: messageOf(error) })
    throw error
  }
}

function messageOf({ cause }: CredentialsSignin): string {
  // Auth.js wraps what `authorize` threw as { err }.
  const thrown = cause && 'err' in cause && cause.err instanceof Error ? cause.err : cause
  return thrown instanceof AppError
    ? thrown.message
    : 'The address or the password is wrong. Try again.'
}

/** Ends this browser's session at once, also in the database. Call this from an action. */
export async function signOutHere(): Promise<void> {
  await signOut({ redirect: false })
}
