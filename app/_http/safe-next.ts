const here = 'http://here.invalid'

/**
 * Where to go after signing in: `next` if it is a path of this site, else `otherwise`. Anything
 * that a browser could read as another site's address is refused.
 */
export function safeNext(next: string | undefined, otherwise = '/today'): string {
  if (!next?.startsWith('/') || !URL.canParse(next, here)) return otherwise
  const url = new URL(next, here)
  const elsewhere = url.origin !== here || url.pathname.startsWith('//')
  const pointless = /^\/(sign-in|api)(\/|$)/.test(url.pathname) || url.pathname === '/'
  return elsewhere || pointless ? otherwise : url.pathname + url.search
}
