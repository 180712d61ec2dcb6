import { decode, encode, getToken } from 'next-auth/jwt'
import { afterEach, expect, test, vi } from 'vitest'
import { rememberedDecode } from '@/lib/auth/remembered-decode'

vi.mock('next-auth/jwt', async (original) => {
  const actual = await original<typeof import('next-auth/jwt')>()
  return { ...actual, decode: vi.fn(actual.decode) }
})

const NAME = 'steppe-0a1b.session-token'
const SECRET = 'one secret of this installation'
const cookieOf = (maxAge: number, sid = 'first') =>
  encode({ token: { sub: 'somebody', sid }, secret: SECRET, salt: NAME, maxAge })
const read = (token: string, { name = NAME, secret = SECRET } = {}) =>
  getToken({
    req: { headers: { cookie: `${name}=${token}` } },
    cookieName: name,
    secret,
    decode: rememberedDecode,
  })

afterEach(() => {
  vi.useRealTimers()
  vi.mocked(decode).mockClear()
})

test('a cookie is decoded once, and says the same each time', async () => {
  const cookie = await cookieOf(3600)
  const first = await read(cookie)
  expect(first).toMatchObject({ sub: 'somebody', sid: 'first' })
  for (let i = 0; i < 3; i += 1) expect(await read(cookie)).toEqual(first)
  expect(decode).toHaveBeenCalledTimes(1)
})

test('a cookie that was decoded still ends when it says', async () => {
  const cookie = await cookieOf(3600)
  expect(await read(cookie)).not.toBeNull()
  vi.useFakeTimers({ now: Date.now() + 3_700_000, toFake: ['Date'] })
  expect(await read(cookie)).toBeNull()
})

test('a cookie that was altered, or belongs under another name, says nothing', async () => {
  const cookie = await cookieOf(3600)
  expect(await read(cookie)).not.toBeNull()
  const altered = cookie.replace(/[^.](?=[^.]*$)/, (first) => (first === 'A' ? 'B' : 'A'))
  expect(await read(altered)).toBeNull()
  expect(await read(cookie, { name: 'steppe-ffff.session-token' })).toBeNull()
})

test('after two thousand other cookies, one is decoded again', async () => {
  const cookie = await cookieOf(3600)
  await read(cookie)
  const claims = { sub: 'x', sid: 'y', exp: Date.now() / 1000 + 3600 }
  vi.mocked(decode).mockResolvedValue(claims)
  for (let i = 0; i < 2000; i += 1) await read(`other-${i}`)
  vi.mocked(decode).mockClear()
  expect(await read(cookie)).toEqual(claims)
  await read('other-1999')
  expect(decode).toHaveBeenCalledTimes(1)
  vi.mocked(decode).mockReset()
})
