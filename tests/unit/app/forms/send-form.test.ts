import { describe, expect, test, vi } from 'vitest'
import { failureWords } from '@/app/_forms/failure-words'
import { type FormState, untouched } from '@/app/_forms/form-state'
import { bytesIn, type FormFailure, failureOf, sendForm } from '@/app/_forms/send-form'
import { RequestError, type RequestFailure } from '@/app/_http/watch-requests'

const online = () => true
const stay = () => {}

function formOf(entries: Readonly<Record<string, string | File>>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(entries)) form.append(name, value)
  return form
}

const fails = (error: unknown) => async (): Promise<FormState> => {
  throw error
}

const send = (action: () => Promise<FormState>, form = formOf({ text: 'a note' })) =>
  sendForm(action, untouched, form, online, stay)

test('an answer of the action is passed on', async () => {
  const state: FormState = { kind: 'done', value: 'The note is kept.' }
  expect(await send(async () => state)).toEqual({ kind: 'answered', state })
})

describe('a failure on the way is a value', () => {
  const cases: readonly [string, unknown, FormFailure][] = [
    ['a cut connection', new TypeError('Failed to fetch'), { kind: 'unreachable' }],
    ['an answer that breaks off', new Error('Connection closed.'), { kind: 'unreachable' }],
    ['a time-out', new DOMException('', 'TimeoutError'), { kind: 'silent' }],
    ['another build', new RequestError({ kind: 'outdated' }), { kind: 'outdated' }],
    [
      'a gateway’s error',
      new RequestError({ kind: 'answered-badly', status: 502 }),
      { kind: 'answered-badly', status: 502 },
    ],
    [
      'an exception in the action',
      Object.assign(new Error('An error occurred'), { digest: '2914' }),
      { kind: 'failed', digest: '2914' },
    ],
    ['anything else that is thrown', 'no', { kind: 'failed', digest: null }],
  ]
  test.each(cases)('%s', async (_title, error, failure) => {
    expect(await send(fails(error))).toEqual({ kind: 'failed', failure })
    expect(failureOf(error)).toEqual(failure)
  })

  test('without a network it says so, whatever the browser reports', async () => {
    const sent = await sendForm(fails(new TypeError()), untouched, formOf({}), () => false, stay)
    expect(sent).toEqual({ kind: 'failed', failure: { kind: 'offline' } })
  })
})

test('a form above 1 MB is not sent at all', async () => {
  const action = vi.fn(async (): Promise<FormState> => untouched)
  const file = new File([new Uint8Array(1_200_000)], 'roster.csv')
  expect(await send(action, formOf({ text: '', file }))).toEqual({
    kind: 'failed',
    failure: { kind: 'too-large' },
  })
  expect(action).not.toHaveBeenCalled()
})

test('letters count with the bytes in which they are sent', () => {
  expect(bytesIn(formOf({ text: 'Қазақ' }))).toBe(4 + 10)
})

test('a redirect is thrown on, and its target is told first', async () => {
  const leaving = Object.assign(new Error('NEXT_REDIRECT'), {
    digest: 'NEXT_REDIRECT;push;/sign-in?next=%2Fcohorts;307;',
  })
  const onLeave = vi.fn()
  const sending = sendForm(fails(leaving), untouched, formOf({}), online, onLeave)
  await expect(sending).rejects.toBe(leaving)
  expect(onLeave).toHaveBeenCalledWith('/sign-in?next=%2Fcohorts')
})

describe('the words for a failure', () => {
  const failures: readonly (FormFailure | RequestFailure)[] = [
    { kind: 'offline' },
    { kind: 'unreachable' },
    { kind: 'silent' },
    { kind: 'outdated' },
    { kind: 'too-large' },
    { kind: 'refused', reason: 'Open it there and try again.' },
    { kind: 'answered-badly', status: 403 },
    { kind: 'answered-badly', status: 429 },
    { kind: 'answered-badly', status: 502 },
    { kind: 'failed', digest: '2914' },
  ]
  test.each(failures)('for $kind $status say what was kept and what to do', (failure) => {
    const { title, text } = failureWords(failure, true)
    expect(title).not.toBe('')
    expect(text).toMatch(/still here|put back/)
    expect(text).toMatch(/again|Reload|parts/)
  })

  test.each(failures)('for $kind $status promise no text where none could be typed', (failure) => {
    expect(failureWords(failure, false).text).not.toMatch(/entered|typed/)
  })

  test('after a time-out do not claim that nothing was saved', () => {
    expect(failureWords({ kind: 'silent' }, true).text).toContain('may have been saved')
  })
})
