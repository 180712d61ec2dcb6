const here = 'http://here.invalid'

/**
 * The page to go to after signing in: `next` if it is a path of this site, otherwise `otherwise`.
 * Refuses everything that a browser could read as the address of another site.
 */
export function safeNext(next: string | undefined, otherwise = '/today'): string {
  if (!next?.startsWith('/') || !URL.canParse(next, here)) return otherwise
  const url = new URL(next, here)
  const elsewhere = url.origin !== here || url.pathname.startsWith('//')
  const pointless = /^\/(sign-in|signed-out|api)(\/|$)/.test(url.pathname) || url.pathname === '/'
  return elsewhere || pointless ? otherwise : url.pathname + url.search
}
