/** How an error of the server tells a browser that the database could not be used. */
export const DATABASE_DIGESTS = {
  unreachable: 'DATABASE_UNREACHABLE',
  'disk-full': 'DATABASE_DISK_FULL',
} as const

/** In a file of its own, because every page of a browser loads it. */
export const isDatabaseDigest = (digest: string | null): boolean =>
  digest?.startsWith('DATABASE_') === true
