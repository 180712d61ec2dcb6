export type CookieSettings = {
  readonly useSecureCookies: boolean
  readonly cookies: Readonly<Record<CookieKind, Cookie>>
  readonly own: OwnCookie
}
type CookieKind =
  | 'sessionToken'
  | 'csrfToken'
  | 'callbackUrl'
  | 'state'
  | 'nonce'
  | 'pkceCodeVerifier'
/** Our own, beside those of next-auth. */
export type OwnCookieKind =
  | 'device'
  | 'secondStep'
  | 'providerIntent'
  | 'providerNote'
  | 'undo'
  | 'look'
type OwnCookie = { readonly [Kind in OwnCookieKind]: string }
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
      // On the way to the sign-in provider and back; next-auth lets them end after 15 minutes.
      state: { name: `${prefix}.state`, options },
      nonce: { name: `${prefix}.nonce`, options },
      pkceCodeVerifier: { name: `${prefix}.pkce`, options },
    },
    own: {
      device: `${prefix}.device`,
      secondStep: `${prefix}.second-step`,
      providerIntent: `${prefix}.provider-intent`,
      providerNote: `${prefix}.provider-note`,
      undo: `${prefix}.undo`,
      look: `${prefix}.look`,
    },
  }
}
