import 'server-only'
import { headers } from 'next/headers'
import { passedOrigin } from '../origin/passed-origin'
import { type CookieSettings, cookieSettings } from './cookies'

type RequestHeaders = { readonly get: (name: string) => string | null }

/** The cookies of next-auth for a request. */
export const cookiesOf = (headers: RequestHeaders): CookieSettings =>
  cookieSettings({
    name: process.env.STEPPE_COOKIE_NAME ?? 'steppe',
    origin: passedOrigin(headers),
    held: namesIn(headers.get('cookie') ?? ''),
  })

/** The same for the present request. */
export const currentCookies = async (): Promise<CookieSettings> => cookiesOf(await headers())

/** The names of the cookies in a header. Next's `cookies()` also prepares to set some, which costs more. */
const namesIn = (header: string): readonly string[] =>
  header.split(';').map((pair) => pair.split('=', 1)[0]?.trim() ?? '')
