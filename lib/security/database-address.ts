import { isLocalHost } from './local-host'

export type DatabaseAddress = {
  /** How what is said to the database is protected on its way. */
  readonly transport: 'this machine' | 'verified' | 'unverified' | 'plain'
  readonly password: string
  readonly user: string
}

/**
 * What an address of Postgres says, as node-postgres reads it: `require` verifies the certificate there,
 * unless `uselibpqcompat` is set.
 */
export function databaseAddress(url: string): DatabaseAddress {
  const { hostname, searchParams, username, password } = new URL(url)
  const person = { user: decodeURIComponent(username), password: decodeURIComponent(password) }
  const socket = searchParams.get('host')?.startsWith('/') || hostname.startsWith('%2F')
  if (socket || hostname === '' || isLocalHost(hostname)) {
    return { ...person, transport: 'this machine' }
  }
  return { ...person, transport: transportOf(searchParams) }
}

function transportOf(asked: URLSearchParams): DatabaseAddress['transport'] {
  const mode = asked.get('sslmode') ?? (asked.get('ssl') === 'true' ? 'verify-full' : 'disable')
  switch (mode) {
    case 'verify-full':
    case 'verify-ca':
      return 'verified'
    case 'require':
    case 'prefer':
      return asked.get('uselibpqcompat') === 'true' ? 'unverified' : 'verified'
    case 'no-verify':
      return 'unverified'
    default:
      return 'plain'
  }
}
