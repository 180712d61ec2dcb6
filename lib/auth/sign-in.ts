import 'server-only'
import { headers } from 'next/headers'
import { CredentialsSignin } from 'next-auth'
import { AppError } from '../kernel/app-error'
import { err, ok, type Result } from '../kernel/result'
import { ticketOwner } from '../server/people/second-step'
import { closeSession } from '../server/people/sessions'
import { CodeWanted, signIn, signOut } from './next-auth'
import { sessionClaim } from './session-claim'
import { ownCookie, setOwnCookie } from './visitor'

const TICKET_S = 600

/** `codeWanted`: the password is right, and a code is asked for on /sign-in/code. */
type NotIn = { readonly message: string; readonly codeWanted: boolean }

/** Sets the session cookie. Call this from an action. */
export async function signInWithPassword(input: {
  email: string
  password: string
}): Promise<Result<null, NotIn>> {
  try {
    await signIn('credentials', { ...input, redirect: false })
    return ok(null)
  } catch (error) {
    if (error instanceof CodeWanted) {
      await setOwnCookie('secondStep', error.ticket, TICKET_S)
      return err({ message: error.message, codeWanted: true })
    }
    if (error instanceof CredentialsSignin) {
      return err({ message: messageOf(error), codeWanted: false })
    }
    throw error
  }
}

/** After the password: signs in with a code of the app or a recovery code. Call this from an action. */
export async function signInWithCode(code: string): Promise<Result<null, { message: string }>> {
  try {
    await signIn('credentials', { code, redirect: false })
    await setOwnCookie('secondStep', '', 0)
    return ok(null)
  } catch (error) {
    if (error instanceof CredentialsSignin) return err({ message: messageOf(error) })
    throw error
  }
}

/** Whether somebody has given the password here a moment ago and a code is wanted. */
export async function waitsForCode(): Promise<boolean> {
  const ticket = await ownCookie('secondStep')
  return ticket !== null && (await ticketOwner(ticket, Date.now())) !== null
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
  // next-auth takes the cookie away whether or not its session could be ended, so that is done first.
  const claim = await sessionClaim(await headers())
  if (claim) await closeSession({ ...claim, now: Date.now() })
  await signOut({ redirect: false })
}
