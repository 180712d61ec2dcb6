/**
 * Whether somebody has followed a link on a page of ours. For an address that begins something on its mere
 * opening: a page of another site must not be able to lead a browser there. Browsers write both headers
 * themselves. Over plain http they leave the first one out; our pages name themselves in the second one
 * to nobody but us (Referrer-Policy: same-origin). `origin`: our own.
 */
export function isOwnPress(headers: { get(name: string): string | null }, origin: string): boolean {
  const site = headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin'
  const page = headers.get('referer')
  return page !== null && URL.canParse(page) && new URL(page).origin === origin
}
