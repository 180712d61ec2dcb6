import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type CryptoKey, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { verifiedClaims } from '@/lib/auth/id-token'
import { fetchAtProvider, isPrivateWay } from '@/lib/auth/provider-fetch'

const NOW = Date.UTC(2026, 10, 30)
const SECOND = 1000

let server: Server
let issuer: string
let key: CryptoKey
let document: Record<string, string>
beforeAll(async () => {
  const pair = await generateKeyPair('RS256', { extractable: true })
  key = pair.privateKey
  const keys = { keys: [{ ...(await exportJWK(pair.publicKey)), kid: 'one', alg: 'RS256' }] }
  server = createServer((request, response) => {
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(request.url?.startsWith('/.well-known/') ? document : keys))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  issuer = `http://127.0.0.1:${port}/`
  document = { issuer: issuer.slice(0, -1), jwks_uri: `${issuer}keys` }
})
afterAll(() => server.close())

const token = (over: JWTPayload = {}, { by = key, alg = 'RS256' } = {}) =>
  new SignJWT({
    ...{ iss: document.issuer ?? '', aud: 'steppe', sub: 's-1' },
    ...{ iat: NOW / SECOND, exp: NOW / SECOND + 300 },
    ...over,
  })
    .setProtectedHeader({ alg, kid: 'one' })
    .sign(by)

const verified = (text: string) => verifiedClaims(text, { issuer, clientId: 'steppe' }, NOW)

test('a token that the provider signed for us says who it is', async () => {
  expect(await verified(await token())).toMatchObject({ sub: 's-1' })
})

test('a token with a broken, foreign or missing signature says nothing', async () => {
  const good = await token()
  const [head = '', said = '', signature = ''] = good.split('.')
  const other = (await generateKeyPair('RS256')).privateKey
  const none = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url')
  const altered = Buffer.from(said, 'base64url').toString().replace('s-1', 's-2')
  for (const text of [
    `${head}.${said}.${signature.slice(0, -4)}AAAA`,
    `${head}.${Buffer.from(altered).toString('base64url')}.${signature}`,
    `${none}.${said}.`,
    await token({}, { by: other }),
    await new SignJWT({ sub: 's-1', iss: document.issuer ?? '', aud: 'steppe' })
      .setProtectedHeader({ alg: 'HS256', kid: 'one' })
      .setIssuedAt(NOW / SECOND)
      .setExpirationTime(NOW / SECOND + 300)
      .sign(new TextEncoder().encode('the secret of this client, known to both')),
    '',
  ]) {
    await expect(verified(text), text).rejects.toThrow()
  }
})

test('a token of another provider, for another program, or of another time says nothing', async () => {
  for (const over of [
    { iss: 'https://elsewhere.example' },
    { aud: 'another program' },
    { exp: NOW / SECOND - 31 },
    { nbf: NOW / SECOND + 31 },
  ]) {
    await expect(verified(await token(over)), JSON.stringify(over)).rejects.toThrow()
  }
  expect(await verified(await token({ exp: NOW / SECOND - 29 }))).toMatchObject({ sub: 's-1' })
})

test('a document that names another provider, or keys without https, is not believed', async () => {
  const good = await token()
  const { issuer: name = '', jwks_uri = '' } = document
  document = { issuer: 'https://elsewhere.example', jwks_uri }
  await expect(verified(good)).rejects.toThrow('calls itself')
  document = { issuer: name, jwks_uri: 'http://192.0.2.1/keys' }
  await expect(verified(good)).rejects.toThrow('not https')
  document = { issuer: name, jwks_uri }
  await verified(good)
})

test('nothing is sent to an address of the provider that others on the way can read', async () => {
  const sent = vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response())
  try {
    for (const address of ['http://192.0.2.1/token', 'http://localhost.example/token']) {
      expect(isPrivateWay(address)).toBe(false)
      await expect(fetchAtProvider(address, { method: 'POST' })).rejects.toThrow('not https')
      await expect(fetchAtProvider(new Request(address))).rejects.toThrow('not https')
    }
    expect(sent).not.toHaveBeenCalled()
    await fetchAtProvider('https://login.example.org/token')
    await fetchAtProvider(new URL('http://localhost:8080/token'))
    expect(sent).toHaveBeenCalledTimes(2)
  } finally {
    sent.mockRestore()
  }
})
