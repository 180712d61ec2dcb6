/**
 * The public origin of this server for a request, such as `https://steppe.example`. The edge
 * (bin/support/server/edge.mjs) has decided it and written it into these headers.
 */
export function passedOrigin(headers: { get(name: string): string | null }): string {
  const scheme = headers.get('x-forwarded-proto') === 'https' ? 'https' : 'http'
  return `${scheme}://${headers.get('x-forwarded-host') ?? headers.get('host') ?? 'localhost'}`
}
