import type { ImageBytes } from '@/lib/kernel/image'

/**
 * An image whose address has the hash of its bytes, so that a browser may keep it for ever. Opened by itself,
 * an svg runs no script and loads nothing.
 */
export const imageResponse = ({ type, bytes }: ImageBytes): Response =>
  new Response(bytes, {
    headers: {
      'Content-Type': type,
      'Content-Length': String(bytes.length),
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Cache-Control': 'private, max-age=31536000, immutable',
    },
  })
