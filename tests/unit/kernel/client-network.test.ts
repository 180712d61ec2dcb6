import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clientNetwork } from '@/lib/kernel/client-network'

test('all addresses of one /64 are one, and those of the next one are another', () => {
  for (const [address, network] of [
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['2001:0DB8:0000:0000:ffff:ffff:ffff:ffff', '2001:db8:0:0::/64'],
    ['2001:db8:0:1::1', '2001:db8:0:1::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['::', '0:0:0:0::/64'],
    ['1:2:3:4:5:6:7::', '1:2:3:4::/64'],
  ]) {
    expect(clientNetwork(address ?? '')).toBe(network)
  }
})

test('an address of IPv4 is one by itself, however it is written', () => {
  for (const written of [
    '192.0.2.7',
    '::ffff:192.0.2.7',
    '::FFFF:c000:207',
    '0:0:0:0:0:ffff:c000:0207',
  ]) {
    expect(clientNetwork(written)).toBe('192.0.2.7')
  }
})

test('law: the last four groups never matter, and the first four always do', () => {
  const group = fc.integer({ min: 0, max: 0xffff })
  const half = fc.array(group, { minLength: 4, maxLength: 4 })
  const text = (groups: readonly number[]) => groups.map((each) => each.toString(16)).join(':')
  fc.assert(
    fc.property(half, half, half, (network, one, other) => {
      fc.pre(network.some((each) => each !== 0))
      const of = (host: readonly number[]) => clientNetwork(text([...network, ...host]))
      expect(of(one)).toBe(of(other))
      expect(of(one)).toBe(`${text(network)}::/64`)
    }),
  )
})

test('what is no address stays as it is', () => {
  for (const text of ['', 'nobody', 'a:b', ':::', '1.2.3', '[::1]', '::1/64', 'x@[::1']) {
    expect(clientNetwork(text)).toBe(text)
  }
})
