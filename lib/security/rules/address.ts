import { isLocalHost } from '../local-host'
import { good, note, type Rule, weak } from '../rule'

export const ADDRESS_RULES: readonly Rule[] = [
  {
    subject: 'Public address',
    why: 'Over plain http, everybody on the way reads passwords and cookies.',
    judge: ({ publicAddress, host }) => {
      if (publicAddress === null) {
        if (isLocalHost(host)) return good('Steppe is reached on this machine only.')
        return weak(
          'STEPPE_URL is not set, and Steppe accepts plain http on the network.',
          'Put a proxy with a certificate in front of Steppe and set STEPPE_URL=https://… to what people type.',
        )
      }
      const { protocol, hostname } = new URL(publicAddress)
      if (protocol === 'https:') {
        return good(
          `People come by ${publicAddress}; cookies are marked as secure, and browsers are told to stay with https for a year (HSTS).`,
        )
      }
      if (isLocalHost(hostname)) return good(`People come by ${publicAddress}, on this machine.`)
      return weak(
        `People come by ${publicAddress}, which is plain http.`,
        'Put a proxy with a certificate in front of Steppe and set STEPPE_URL=https://….',
      )
    },
  },
  {
    subject: 'The way around the proxy',
    why: 'Whoever reaches the port of Steppe itself is not protected by the https of the proxy.',
    judge: ({ publicAddress, host }) => {
      if (!publicAddress?.startsWith('https:')) return good('There is no proxy to go around.')
      if (isLocalHost(host)) return good(`Steppe listens at ${host} only.`)
      return note(
        host === null
          ? 'Steppe listens at every interface of this machine.'
          : `Steppe listens at ${host}.`,
        'If the proxy runs on this machine, set HOST=127.0.0.1. Otherwise let a firewall admit only the proxy. Containers that only the proxy can reach need nothing.',
      )
    },
  },
  {
    subject: 'Trusted proxies',
    why: 'Attempts to sign in are limited by the address of the client, which only a proxy can tell.',
    judge: ({ publicAddress, trustedProxies }) => {
      const entries = trustedProxies.split(/[\s,]+/).filter((entry) => entry !== '')
      const wide = entries.filter(isWide)
      if (wide.length > 0) {
        return weak(
          `STEPPE_TRUST_PROXY believes ${wide.join(' and ')}, so almost anybody may say from which address they come.`,
          'Name only the addresses of your proxies in STEPPE_TRUST_PROXY.',
        )
      }
      if (entries.length > 0) return good(`${entries.join(' and ')} may name the client.`)
      if (!publicAddress?.startsWith('https:')) return good('No proxy is named, and none is known.')
      return weak(
        'People come by https, so there is a proxy, but STEPPE_TRUST_PROXY does not name it. Everybody behind it counts as one address, and the audit shows the proxy instead of the client.',
        'Set STEPPE_TRUST_PROXY to the address of the proxy, such as 127.0.0.1, and let it pass X-Forwarded-For.',
      )
    },
  },
]

/** More than an organisation has: shorter than /8, or than /16 of IPv6. */
function isWide(entry: string): boolean {
  const [address = '', bits] = entry.split('/')
  return bits !== undefined && Number(bits) < (address.includes(':') ? 16 : 8)
}
