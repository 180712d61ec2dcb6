import { expect, test, vi } from 'vitest'
import { addressesIn, createProxyTrust } from '../../../bin/support/origin/proxy-trust.mjs'

const read = (trust: string | undefined, peer: string, headers: Record<string, string>) => {
  const given: Record<string, string | undefined> = { ...headers }
  const log = vi.fn()
  createProxyTrust(trust, log).read(given, peer)
  return { given, client: given['x-steppe-client'], log }
}

test('the client is the last address that no trusted proxy has, and not what the client wrote', () => {
  const trust = '127.0.0.1, 10.0.0.0/8'
  const passed = { 'x-forwarded-for': '1.2.3.4, 198.51.100.7, 10.1.2.3' }
  expect(read(trust, '::ffff:127.0.0.1', passed).client).toBe('198.51.100.7')
  expect(read(trust, '203.0.113.9', passed).client).toBe('203.0.113.9')
  const ported = { forwarded: 'for=192.0.2.60;proto=https, for="[2001:db8::1]:4711"' }
  expect(read(trust, '10.9.9.9', ported).client).toBe('2001:db8::1')
  expect(read(trust, '127.0.0.1', { 'x-forwarded-for': 'unknown' }).client).toBe('127.0.0.1')
})

test('nobody can say who he is when no proxy is named, and the log says so once', () => {
  const { client, log } = read(undefined, '127.0.0.1', { 'x-forwarded-for': '1.2.3.4' })
  expect(client).toBe('127.0.0.1')
  expect(log).toHaveBeenCalledTimes(1)
  expect(read(undefined, '203.0.113.9', { 'x-steppe-client': '1.2.3.4' }).client).toBe(
    '203.0.113.9',
  )
})

test('the log says nothing of a proxy where Next asks this server after an action', () => {
  const own = { 'x-forwarded-for': '::1', 'x-steppe-client': '::1' }
  expect(read(undefined, '127.0.0.1', own).log).not.toHaveBeenCalled()
})

test('what a stranger says of the public address is taken out; a proxy on this machine is believed', () => {
  const said = {
    host: 'steppe.example',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'https',
  }
  expect(read(undefined, '203.0.113.9', said).given).toEqual({
    host: 'steppe.example',
    'x-steppe-client': '203.0.113.9',
  })
  expect(read(undefined, '127.0.0.1', said).given).toMatchObject(said)
  expect(read('10.0.0.1', '127.0.0.1', said).given).not.toHaveProperty('x-forwarded-host')
})

test('what is no address and no network is refused in words', () => {
  for (const text of ['proxy.example', '10.0.0.0/33', '10.0.0.0/x', '*']) {
    expect(() => addressesIn(text), text).toThrow(/STEPPE_TRUST_PROXY contains/)
  }
  expect(addressesIn('2001:db8::/32')('2001:db8:1::5')).toBe(true)
})
