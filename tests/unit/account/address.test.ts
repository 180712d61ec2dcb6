import fc from 'fast-check'
import { createTransport } from 'nodemailer'
import { describe, expect, test } from 'vitest'
import { addressFault, addressForm } from '@/lib/account/address'
import { address } from '../../support/addresses'

const taken = (typed: string) => addressFault(addressForm(typed)) === null

describe('an address', () => {
  test.each([
    'r&d@example.org',
    "o'neil@example.org",
    'a/b@example.org',
    'a+b=c?^`{|}~!#$%*_-@example.org',
    'vera@xn--e1afmkfd.xn--p1ai',
    'vera@a.b.example.museum',
    '1@2.example',
    'vera@mail.internal',
    `${'a'.repeat(64)}@example.org`,
  ])('like %s is taken as it is', (typed) => {
    expect(addressForm(typed)).toBe(typed)
    expect(addressFault(typed)).toBeNull()
  })

  test.each([
    ['  Vera@Example.ORG\u00a0', 'vera@example.org'],
    ['ｖｅｒａ＠ｅｘａｍｐｌｅ．ｏｒｇ', 'vera@example.org'],
    ['vera@example。org', 'vera@example.org'],
    ['mailto:vera@example.org', 'vera@example.org'],
    ['<vera@example.org>', 'vera@example.org'],
    ['vera@example.org.', 'vera@example.org'],
    ['vera@example.org;', 'vera@example.org'],
    ['\u200bvera@example.org\ufeff', 'vera@example.org'],
    ['ve\u00adra@exam\u200bple.org', 'vera@example.org'],
    ['\u202avera@example.org\u202c', 'vera@example.org'],
    ['vera@Bücher.example', 'vera@xn--bcher-kva.example'],
    ['vera@bu\u0308cher.example', 'vera@xn--bcher-kva.example'],
    ['vera@пример.рф', 'vera@xn--e1afmkfd.xn--p1ai'],
  ])('typed as %j is %s', (typed, form) => {
    expect(addressForm(typed)).toBe(form)
    expect(addressFault(form)).toBeNull()
  })

  test.each([
    '',
    '@',
    'vera',
    '@example.org',
    'vera@',
    'vera@example',
    'vera@@example.org',
    'vera toll@example.org',
    'vera@exam ple.org',
    '.vera@example.org',
    'vera.@example.org',
    've..ra@example.org',
    '"vera toll"@example.org',
    'vera@-example.org',
    'vera@example-.org',
    'vera@exa_mple.org',
    'vera@127.0.0.1',
    'vera@[127.0.0.1]',
    'vera@example.org, ben@example.org',
    'vera@exa%6dple.org',
    `${'a'.repeat(65)}@example.org`,
    `vera@${'a'.repeat(64)}.org`,
    `vera@${'abcdefgh.'.repeat(30)}org`,
  ])('%j is refused', (typed) => {
    expect(taken(typed)).toBe(false)
  })

  test('with letters outside ASCII before the @ is refused with the reason', () => {
    expect(addressFault(addressForm('пётр@example.org'))).toContain('Before the @')
  })

  test('has one form, however often it is brought into it', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), address), (typed) => {
        expect(addressForm(addressForm(typed))).toBe(addressForm(typed))
      }),
      { numRuns: 300, examples: [['@ü\u200d。org']] },
    )
  })

  test('of an account of an earlier release is found as it was stored', () => {
    const before =
      /^([a-z0-9_'+-]{1,8}\.){0,2}[a-z0-9_'+-]{0,8}[a-z0-9_+-]@([a-z0-9][a-z0-9-]{0,8}\.){1,3}[a-z]{2,5}$/
    fc.assert(
      fc.property(fc.stringMatching(before), (stored) => {
        expect(addressForm(stored)).toBe(stored)
        expect(addressForm(` ${stored.toUpperCase()}`)).toBe(stored)
      }),
    )
  })

  test('that is taken reaches the mail server unchanged', async () => {
    const transport = createTransport({ jsonTransport: true })
    await fc.assert(
      fc.asyncProperty(address, async (typed) => {
        fc.pre(taken(typed))
        const to = addressForm(typed)
        const { envelope } = await transport.sendMail({ from: 'a@example.org', to, text: '' })
        expect(envelope.to).toEqual([to])
      }),
      { numRuns: 300 },
    )
  })
})
