/**
 * The address of whoever made a request. The edge (bin/support/origin/proxy-trust.mjs) has decided it and
 * written it into this header; null without the edge.
 */
export const clientAddress = (headers: { get(name: string): string | null }): string | null =>
  headers.get('x-steppe-client')
