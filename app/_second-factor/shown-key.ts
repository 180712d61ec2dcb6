import 'server-only'
import { encode } from 'uqr'
import type { NewKey } from '@/lib/server/people/second-factor'

/** A key for an authenticator app: as text, and the dark fields of its QR code as a path of SVG. */
export type ShownKey = { readonly key: string; readonly path: string; readonly size: number }

export function shownKey({ key, uri }: NewKey): ShownKey {
  const { data, size } = encode(uri, { border: 4 })
  const dark = data.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
  )
  return { key: key.replace(/(.{4})(?=.)/g, '$1 '), path: dark.join(''), size }
}
