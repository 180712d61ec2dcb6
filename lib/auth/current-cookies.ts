import 'server-only'
import { cookies, headers } from 'next/headers'
import { passedOrigin } from '../origin/passed-origin'
import { type CookieSettings, cookieSettings } from './cookies'

/** The cookies of next-auth for the present request. */
export const currentCookies = async (): Promise<CookieSettings> =>
  cookieSettings({
    name: process.env.STEPPE_COOKIE_NAME ?? 'steppe',
    origin: passedOrigin(await headers()),
    held: (await cookies()).getAll().map(({ name }) => name),
  })
