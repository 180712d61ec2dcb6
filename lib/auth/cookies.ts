export type CookieSettings = {
  readonly useSecureCookies: boolean
  readonly cookies: Readonly<Record<CookieKind, Cookie>>
}
type CookieKind = 'sessionToken' | 'csrfToken' | 'callbackUrl'
type Cookie = { readonly name: string; readonly options: CookieOptions }
type CookieOptions = {
  readonly httpOnly: true
  readonly sameSite: 'lax'
  readonly path: '/'
  readonly secure: boolean
}

/**
 * The cookies of next-auth for one request, whether it signs in, reads or signs out. `name` belongs
 * to this installation. `held` are the names of the cookies that the request carries.
 *
 * A browser keeps a `__Host-` cookie only if it came over https, and sends it only there. So whoever
 * carries one is on https, even if a proxy does not say so.
 */
export function cookieSettings(input: {
  readonly name: string
  readonly origin: string
  readonly held: readonly string[]
}): CookieSettings {
  const safe = `__Host-${input.name}`
  const isSafe =
    input.origin.startsWith('https:') ||
    input.held.some((each) => each.startsWith(`${safe}.session-token`))
  const prefix = isSafe ? safe : input.name
  const options = { httpOnly: true, sameSite: 'lax', path: '/', secure: isSafe } as const
  return {
    useSecureCookies: isSafe,
    cookies: {
      sessionToken: { name: `${prefix}.session-token`, options },
      csrfToken: { name: `${prefix}.csrf-token`, options },
      callbackUrl: { name: `${prefix}.callback-url`, options },
    },
  }
}
