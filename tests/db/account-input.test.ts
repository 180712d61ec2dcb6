import { hash } from '@node-rs/argon2'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database } from '@/lib/db/connection/client'
import type { CohortId } from '@/lib/kernel/ids'
import { checkEmail } from '@/lib/server/check-account-input'
import { createCohort } from '@/lib/server/cohort/create-cohort'
import { bulkInvite, checkRoster } from '@/lib/server/people/bulk-invite'
import { createUser } from '@/lib/server/people/create-user'
import { joinByInvitation } from '@/lib/server/people/join-by-invitation'
import { verifyCredentials } from '@/lib/server/people/sessions'
import type { OpenCohortScope } from '@/lib/server/scope'
import { wholeScope } from '@/lib/server/whole-scope'
import { address } from '../support/addresses'
import { changing, instructing, NOON, openScene, somebody } from '../support/scene'

let scene: { close: () => Promise<void> }
let cohortId: CohortId
let scope: OpenCohortScope
beforeAll(async () => {
  scene = await openScene()
  const instructor = await somebody('instructor')
  cohortId = await createCohort(await instructing(instructor), { name: 'Autumn', now: NOON })
  scope = await changing(instructor, cohortId)
})
afterAll(() => scene.close())

const PASSWORD = 'a long enough one'
const account = (name: string, email: string, password = PASSWORD) => ({
  name,
  email,
  password,
  zone: 'UTC',
  now: NOON,
})
const create = (name: string, email: string, password = PASSWORD) =>
  createUser(wholeScope(), { ...account(name, email, password), role: 'learner' })

async function invited(text: string) {
  const [person] = (await bulkInvite(scope, { text, faulty: 'none', now: NOON })).invited
  if (!person) throw new Error('Nobody was invited')
  return person
}

describe('an address that a roster takes', () => {
  test.each(['r&d@example.org', "o'neil@example.org", 'x@xn--e1afmkfd.xn--p1ai'])(
    'is taken when its person joins: %s',
    async (email) => {
      const person = await invited(`name,email\nRuth Daly,${email}`)
      const userId = await joinByInvitation({ ...account(person.name, email), code: person.code })
      expect(await verifyCredentials({ email, password: PASSWORD })).toBe(userId)
    },
  )

  test('is taken by forms and by the command line too, and the other way round', async () => {
    // Creating an account and changing an address read it with this; the password has no part in it.
    const takes = (email: string) => {
      try {
        return checkEmail(email)
      } catch {
        return null
      }
    }
    await fc.assert(
      fc.asyncProperty(address, async (typed) => {
        const cell = `"${typed.replaceAll('"', '""')}"`
        const { rows } = await checkRoster(scope, { text: `name,email\nVera,${cell}` })
        expect(rows[0]?.email ?? null).toBe(takes(typed))
      }),
      { numRuns: 300 },
    )
  })

  test('and that an earlier release stored in another form still lets its person join', async () => {
    const { code } = await invited('Olga,olga@bücher.example')
    await database().invitation.updateMany({
      where: { email: 'olga@xn--bcher-kva.example' },
      data: { email: 'olga@bücher.example' },
    })
    await joinByInvitation({ ...account('Olga', 'olga@bücher.example'), code })
    expect(await database().user.count({ where: { email: 'olga@xn--bcher-kva.example' } })).toBe(1)
  })
})

describe('an account', () => {
  test.each([
    ['three zero-width spaces', '\u200b\u200b\u200b'],
    ['text turned round', '\u202etxet'],
    ['accents alone', '\u0301\u0301'],
  ])('is not created for a name of %s', async (_, name) => {
    await expect(create(name, 'nobody@example.org')).rejects.toMatchObject({
      code: 'invalid_input',
    })
  })

  test('is found at sign-in in whatever form its address is typed', async () => {
    const userId = await create('Zoe', 'zoe@bücher.example')
    for (const email of [
      ' Zoe@Bücher.Example ',
      'ｚｏｅ＠bücher.example',
      'zoe@bu\u0308cher.example',
      'zoe@xn--bcher-kva.example',
      'zoe@bücher.example\u200b',
    ]) {
      expect(await verifyCredentials({ email, password: PASSWORD })).toBe(userId)
    }
  })

  test('whose password was set in one form of Unicode is signed in with the other', async () => {
    const password = 'Ünïcode-Paßwört'
    const forms = [password, password.normalize('NFD')]
    for (const [at, form] of forms.entries()) {
      const email = `form${at}@example.org`
      const userId = await create('Form', email, form)
      for (const typed of forms) {
        expect(await verifyCredentials({ email, password: typed })).toBe(userId)
      }
    }
  })

  test('whose password an earlier release hashed as it was typed still signs in', async () => {
    const typed = 'Ünïcode-Paßwört\u00a0und mehr'.normalize('NFD')
    const userId = await create('Old', 'old@example.org')
    const passwordHash = await hash(typed)
    await database().user.update({ where: { id: userId }, data: { passwordHash } })
    expect(await verifyCredentials({ email: 'old@example.org', password: typed })).toBe(userId)
    await expect(
      verifyCredentials({ email: 'old@example.org', password: `${typed}!` }),
    ).rejects.toMatchObject({ code: 'wrong_credentials' })
  })
})
