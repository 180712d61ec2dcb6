import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type GroupRole, personFrom, roleOfGroups } from '@/lib/account/provider-claims'
import { ROLES } from '@/lib/kernel/role'

const ISSUER = 'https://login.example.org/'
const of = (claims: Record<string, unknown>, groupsClaim = 'groups') =>
  personFrom(ISSUER, claims, groupsClaim)

test('issuer and subject say who it is, and nothing else is needed', () => {
  expect(of({ sub: '17' })).toEqual({
    issuer: ISSUER,
    subject: '17',
    email: null,
    name: null,
    groups: [],
  })
  for (const sub of [undefined, '', ' ', 17, null]) expect(of({ sub })).toBeNull()
})

test('an address that the provider calls unconfirmed counts as none', () => {
  const email = 'kim@example.org'
  expect(of({ sub: '17', email })?.email).toBe(email)
  expect(of({ sub: '17', email, email_verified: true })?.email).toBe(email)
  expect(of({ sub: '17', email, email_verified: false })?.email).toBeNull()
  expect(of({ sub: '17', email, email_verified: 'false' })?.email).toBeNull()
})

test('groups are read from a list, a single text, or at the end of a path', () => {
  expect(of({ sub: '17', groups: ['a', 7, 'b'] })?.groups).toEqual(['a', 'b'])
  expect(of({ sub: '17', groups: 'a' })?.groups).toEqual(['a'])
  const claims = { sub: '17', realm_access: { roles: ['a'] } }
  expect(of(claims, 'realm_access.roles')?.groups).toEqual(['a'])
  expect(of({ sub: '17', 'a.b': ['c'] }, 'a.b')?.groups).toEqual(['c'])
  expect(of(claims, 'realm_access.none.more')?.groups).toEqual([])
  expect(of(claims, 'constructor')?.groups).toEqual([])
})

test('of several groups the highest role counts, in whatever order they are written', () => {
  const group = fc.constantFrom<string>('a', 'b', 'c', 'd', 'e')
  const pairs = fc.array(fc.tuple(group, fc.constantFrom(...ROLES)))
  const groups = fc.array(group)
  fc.assert(
    fc.property(pairs, groups, (roles: GroupRole[], held) => {
      const given = roles.filter(([group]) => held.includes(group)).map(([, role]) => role)
      const highest = ROLES.toReversed().find((role) => given.includes(role)) ?? null
      expect(roleOfGroups(held, roles)).toBe(highest)
      expect(roleOfGroups(held, roles.toReversed())).toBe(highest)
    }),
  )
})
