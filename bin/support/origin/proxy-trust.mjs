import { BlockList, isIP } from 'node:net'
import { UserError } from '../user-error.mjs'

/** @typedef {import('node:http').IncomingHttpHeaders} Headers */

/** What a proxy may say of a request in headers, and what only the edge itself may write. */
const forwarded = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-forwarded-proto',
  'x-forwarded-protocol',
  'x-forwarded-scheme',
  'x-forwarded-ssl',
  'x-forwarded-server',
  'x-url-scheme',
  'x-original-host',
  'x-real-ip',
  'front-end-https',
]

/**
 * Whose headers are believed. `STEPPE_TRUST_PROXY` lists the addresses of proxies, such as
 * `127.0.0.1, 10.0.0.0/8`. Without it, a proxy on this machine is believed when it says at which address
 * people reach Steppe, and nobody is when he says who they are.
 *
 * @param {string | undefined} text
 * @param {(line: string) => void} log
 */
export function createProxyTrust(text, log) {
  const named = text?.trim() ? text : undefined
  const trusted = addressesIn(named ?? '127.0.0.0/8, ::1')
  let hasWarned = false

  return {
    /**
     * Takes from a request what nobody trusted has written, and writes the address of its client.
     *
     * @param {Headers} headers
     * @param {string | undefined} peer the address at the other end of the connection
     */
    read(headers, peer) {
      const direct = plainAddress(peer ?? '')
      const isProxy = direct === '' || trusted(direct)
      // After an action that leads elsewhere, Next asks this server itself, with the headers of the request
      // that it answers: those that we wrote, and an X-Forwarded-For of its own.
      const isOwn = headers['x-steppe-client'] !== undefined
      const said = headers['x-forwarded-for'] !== undefined && !isOwn
      if (said && !named && isProxy && !hasWarned && direct !== '') {
        hasWarned = true
        log(
          `A proxy at ${direct} passes X-Forwarded-For, but STEPPE_TRUST_PROXY does not name it. So everybody behind it counts as one address where attempts to sign in are limited. Set STEPPE_TRUST_PROXY=${direct}.`,
        )
      }
      const client = named && isProxy ? clientIn(headers, direct, trusted) : direct
      if (!isProxy) for (const name of forwarded) delete headers[name]
      if (client === '') delete headers['x-steppe-client']
      else headers['x-steppe-client'] = client
    },
  }
}

/**
 * The last address in the list that is not a trusted proxy's: what stands before it, the client itself
 * may have written.
 *
 * @param {Headers} headers
 * @param {string} direct
 * @param {(address: string) => boolean} trusted
 */
function clientIn(headers, direct, trusted) {
  const chain = [...addressesPassed(headers), direct]
  for (const each of chain.reverse()) {
    if (isIP(each) === 0) break
    if (!trusted(each)) return each
  }
  return direct
}

/** @param {Headers} headers */
function addressesPassed(headers) {
  const list = headers['x-forwarded-for']
  const text = Array.isArray(list) ? list.join(',') : list
  if (text !== undefined) return text.split(',').map((each) => plainAddress(each))
  return (headers.forwarded ?? '')
    .split(',')
    .flatMap((element) => element.match(/(?:^|;)\s*for="?([^";]+)"?/i)?.[1] ?? [])
    .map((each) => plainAddress(each))
}

/**
 * Without port, brackets and zone, and an IPv4 address that is written as one of IPv6 as itself.
 *
 * @param {string} text
 */
function plainAddress(text) {
  const bare = text
    .trim()
    .replace(/^\[(.*)\](?::\d+)?$/, '$1')
    .replace(/%.*$/, '')
  const mapped = bare.replace(/^::ffff:(?=\d+\.)/i, '')
  return /^\d+\.\d+\.\d+\.\d+:\d+$/.test(mapped) ? mapped.replace(/:\d+$/, '') : mapped
}

/**
 * A test for addresses that a list of addresses and networks names. Throws a UserError for what is neither.
 *
 * @param {string} text
 * @returns {(address: string) => boolean}
 */
export function addressesIn(text) {
  const list = new BlockList()
  for (const entry of text.split(/[\s,]+/).filter((each) => each !== '')) {
    const [address = '', bits] = entry.split('/')
    const version = isIP(address)
    const most = version === 6 ? 128 : 32
    const width = bits === undefined ? most : Number(bits)
    if (version === 0 || !/^\d+$/.test(bits ?? '0') || width > most) {
      throw new UserError(
        `STEPPE_TRUST_PROXY contains "${entry}", which is neither an address nor a network. Nothing was started.\n` +
          'Write the addresses of your proxies with commas between them.\n' +
          'For example: STEPPE_TRUST_PROXY=127.0.0.1,10.0.0.0/8',
      )
    }
    list.addSubnet(address, width, version === 6 ? 'ipv6' : 'ipv4')
  }
  return (address) => {
    const version = isIP(address)
    return version !== 0 && list.check(address, version === 6 ? 'ipv6' : 'ipv4')
  }
}
