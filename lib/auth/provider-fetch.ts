import 'server-only'
import { isLocalAddress } from '../origin/local-address'

/** A provider that does not answer keeps nobody waiting longer, in ms. */
const PATIENCE_MS = 10_000

/** Whether what is sent to this address is read by nobody on the way. */
export const isPrivateWay = (address: string): boolean =>
  address.startsWith('https:') || (address.startsWith('http:') && isLocalAddress(address))

/**
 * For everything that Steppe asks of the sign-in provider. The provider's own document names where; an
 * address without https is refused before anything is sent to it, since next-auth would take it.
 */
export const fetchAtProvider: typeof fetch = async (input, init) => {
  const { href } = new URL(input instanceof Request ? input.url : input)
  if (!isPrivateWay(href)) {
    throw new Error(`The sign-in provider names ${new URL(href).origin}, which is not https.`)
  }
  return fetch(input, { ...init, signal: AbortSignal.timeout(PATIENCE_MS) })
}
