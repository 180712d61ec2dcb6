import { expect, test } from 'vitest'
import { root } from '../../../bin/support/paths.mjs'
import { cookieName } from '../../../bin/support/server/cookie-name.mjs'

const env = (variables: Record<string, string>): NodeJS.ProcessEnv => ({
  NODE_ENV: 'test',
  ...variables,
})
const exported = (url: string) => env({ AUTH_SECRET: 's', DATABASE_URL: url })

test('installations with secrets of their own have cookies of their own, wherever the data lies', () => {
  expect(cookieName(root, 'one', env({}))).toBe(cookieName(`${root}/bin`, 'one', env({})))
  expect(cookieName(root, 'one', env({}))).not.toBe(cookieName(root, 'two', env({})))
  expect(cookieName(root, 'one', env({}))).toMatch(/^steppe-[0-9a-f]{12}$/)
})

test('installations that were given the same secret differ by their data directory or database', () => {
  const here = cookieName(root, 's', env({ AUTH_SECRET: 's' }))
  expect(cookieName(`${root}/bin`, 's', env({ AUTH_SECRET: 's' }))).not.toBe(here)
  expect(cookieName(root, 's', exported('postgres://db/one'))).not.toBe(
    cookieName(root, 's', exported('postgres://db/two')),
  )
})

test('processes of one installation share their cookies, however each reaches the database', () => {
  expect(cookieName(root, 's', exported('postgres://a:b@pooler:6432/steppe?x=1'))).toBe(
    cookieName(`${root}/bin`, 's', exported('postgresql://db/steppe')),
  )
})

test('the name tells nothing of the secret', () => {
  expect(cookieName(root, 'abcdef', env({}))).not.toContain('abcdef')
})
