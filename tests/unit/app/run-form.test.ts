import { redirect } from 'next/navigation'
import { describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { runForm } from '@/app/_forms/run-form'
import { AppError } from '@/lib/kernel/app-error'
import { DatabaseUnavailable } from '@/lib/kernel/database-unavailable'

const schema = z.object({ email: z.string().min(1, 'Give an address.'), password: z.string() })

function form(fields: Record<string, string>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  return data
}

const filled = form({ email: 'a@b.example', password: 'secret words', $ACTION_ID_1: 'x' })

describe('a form’s action', () => {
  test('gives what the work gives', async () => {
    expect(await runForm(schema, filled, async ({ email }) => email)).toEqual({
      kind: 'done',
      value: 'a@b.example',
    })
  })

  test('reads text in NFC, but a password as it was typed', async () => {
    const typed = form({ email: 'u\u0308@b.example', password: 'u\u0308 secret' })
    expect(await runForm(schema, typed, async (input) => input)).toEqual({
      kind: 'done',
      value: { email: '\u00fc@b.example', password: 'u\u0308 secret' },
    })
  })

  test('a fault of the schema appears beside its input, and the work is not started', async () => {
    const work = vi.fn()
    const state = await runForm(schema, form({ email: '', password: 'secret words' }), work)
    expect(state).toMatchObject({ kind: 'refused', fields: { email: 'Give an address.' } })
    expect(work).not.toHaveBeenCalled()
  })

  test('a refusal keeps what was typed, but never a password', async () => {
    const state = await runForm(schema, filled, async () => {
      throw new AppError('email_taken', 'There is an account with this address.')
    })
    expect(state).toEqual({
      kind: 'refused',
      message: 'There is an account with this address.',
      fields: {},
      typed: { email: 'a@b.example' },
    })
  })

  test('a refusal that means one input stands beside it', async () => {
    const refuse = async () => {
      throw new AppError('email_taken', 'Taken.')
    }
    const state = await runForm(schema, filled, refuse, { email_taken: 'email' })
    expect(state).toMatchObject({ message: null, fields: { email: 'Taken.' } })
  })

  test('an unforeseen failure is logged and tells people nothing of its cause', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    const state = await runForm(schema, filled, async () => {
      throw new Error('relation "User" does not exist')
    })
    expect(log).toHaveBeenCalledOnce()
    expect(JSON.stringify(state)).not.toContain('relation')
    log.mockRestore()
  })

  test.each([
    ['unreachable', 'The database does not answer'],
    ['disk-full', 'The disk of the database is full'],
  ] as const)(
    'a database that is %s is told in words, and what was typed is kept',
    async (trouble, words) => {
      const state = await runForm(schema, filled, async () => {
        throw new DatabaseUnavailable(trouble, { cause: new Error('the reason') })
      })
      expect(state).toMatchObject({
        kind: 'refused',
        message: expect.stringContaining(words),
        typed: { email: 'a@b.example' },
      })
    },
  )

  test('a redirect passes through', async () => {
    await expect(runForm(schema, filled, async () => redirect('/today'))).rejects.toThrow(
      'NEXT_REDIRECT',
    )
  })
})
