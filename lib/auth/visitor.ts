import 'server-only'
import { cookies, headers } from 'next/headers'
import type { UserId } from '../kernel/ids'
import { clientAddress } from '../origin/client-address'
import { noteWith } from '../server/people/known-device'
import type { Visitor } from '../server/people/sessions'
import type { OwnCookieKind } from './cookies'
import { currentCookies } from './current-cookies'

/** The longest that browsers keep a cookie. */
const DEVICE_KEPT_S = 400 * 24 * 60 * 60

/** Who makes the present request, as far as that can be said of somebody who is not signed in. */
export async function currentVisitor(): Promise<Visitor & { readonly browser: string }> {
  const read = await headers()
  return {
    address: clientAddress(read),
    deviceNote: await ownCookie('device'),
    browser: read.get('user-agent') ?? '',
  }
}

/** Keeps in this browser that the person has signed in here. Signing out does not end it. */
export async function rememberDevice(userId: UserId): Promise<void> {
  const note = noteWith(await ownCookie('device'), userId, process.env.AUTH_SECRET ?? '')
  await setOwnCookie('device', note, DEVICE_KEPT_S)
}

export async function ownCookie(kind: OwnCookieKind): Promise<string | null> {
  const { own } = await currentCookies()
  return (await cookies()).get(own[kind])?.value ?? null
}

/** `seconds`: 0 removes it. Call this from an action or a route handler. */
export async function setOwnCookie(
  kind: OwnCookieKind,
  value: string,
  seconds: number,
): Promise<void> {
  const { own, cookies: standard } = await currentCookies()
  const jar = await cookies()
  jar.set(own[kind], value, { ...standard.sessionToken.options, maxAge: seconds })
}
