import 'server-only'
import {
  INTENT_MS,
  intentIn,
  intentText,
  noteIn,
  type ProviderIntent,
} from '../server/people/provider-intent'
import { providerSettings } from '../server/people/provider-settings'
import { signIn } from './next-auth'
import { PROVIDER } from './provider'
import { isPrivateWay } from './provider-fetch'
import { ownCookie, setOwnCookie } from './visitor'

/**
 * The address at the provider to send somebody to, or a path of ours when there is no provider or it
 * does not answer. `next`: the page to come back to. Call this from a route handler.
 */
export async function beginAtProvider(intent: ProviderIntent, next: string): Promise<string> {
  if (!providerSettings()) return '/sign-in'
  await setOwnCookie('providerIntent', intentText(intent, Date.now()), INTENT_MS / 1000)
  try {
    const to: string = await signIn(PROVIDER, { redirect: false, redirectTo: next })
    if (isPrivateWay(to)) return to
    console.error(
      `The sign-in provider asks people to sign in at ${to.split('?')[0]}, without https.`,
    )
  } catch {
    // next-auth has logged it.
  }
  return '/sign-in?error=provider'
}

/** For an action that has proved the password: the next way to the provider links it to this session. */
export const intendToLink = (sessionId: string): Promise<void> =>
  setOwnCookie(
    'providerIntent',
    intentText({ kind: 'link', sessionId }, Date.now()),
    INTENT_MS / 1000,
  )

/** Whether `intendToLink` was called for this session a moment ago. */
export async function intendsToLink(sessionId: string): Promise<boolean> {
  const intent = intentIn(await ownCookie('providerIntent'), Date.now())
  return intent.kind === 'link' && intent.sessionId === sessionId
}

/** What somebody who has just come back from the provider is told; null when it is nothing. */
export async function providerNote(query: {
  readonly provider?: string | string[] | undefined
  readonly error?: string | string[] | undefined
}): Promise<string | null> {
  const name = providerSettings()?.name
  if (name === undefined) return null
  if (query.provider === 'refused') return noteIn(await ownCookie('providerNote'))
  if (query.error === undefined || query.error === 'CredentialsSignin') return null
  return `Signing in with ${name} did not work: it was not finished, took more than 15 minutes, or ${name} does not answer. Nothing was changed. Try again in a minute, or sign in with your password.`
}
