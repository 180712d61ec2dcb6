import { describe, expect, test } from 'vitest'
import { answerFile } from '@/app/_http/answer-file'
import { answerJson } from '@/app/_http/answer-json'
import { Refusal } from '@/app/_http/refusal'
import { statusOf } from '@/app/_http/status-of'
import { AppError, type AppErrorCode } from '@/lib/kernel/app-error'
import { DatabaseUnavailable } from '@/lib/kernel/database-unavailable'

const STATUSES: Readonly<Record<AppErrorCode, number>> = {
  invalid_input: 400,
  not_allowed: 403,
  not_found: 404,
  exam_running: 409,
  email_taken: 409,
  wrong_credentials: 409,
  too_many_attempts: 409,
  invitation_invalid: 409,
  setup_done: 409,
  link_invalid: 409,
  last_admin: 409,
  course_not_published: 409,
  course_invalid: 409,
}

const throws = (error: Error) => async () => {
  throw error
}

test('each code of an AppError has one HTTP status', () => {
  const codes = Object.keys(STATUSES) as AppErrorCode[]
  expect(Object.fromEntries(codes.map((code) => [code, statusOf(code)]))).toEqual(STATUSES)
})

describe('an answer in JSON', () => {
  test('is what the work gives, and no cache keeps it', async () => {
    const response = await answerJson(async () => ({ handedIn: true }))
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(await response.json()).toEqual({ handedIn: true })
  })

  test('may be kept where the route says so, but a refusal never is', async () => {
    const cached = 'private, max-age=60'
    const answer = await answerJson(async () => [], cached)
    expect(answer.headers.get('cache-control')).toBe(cached)
    const refusal = await answerJson(throws(new Refusal(401, 'Sign in first.')), cached)
    expect(refusal.headers.get('cache-control')).toBe('no-store')
  })

  test.each([
    [new Refusal(413, 'Too long.'), 413],
    [new AppError('not_allowed', 'Not yours.'), 403],
    [new AppError('course_not_published', 'There is no course yet.'), 409],
  ])('a refusal becomes its message with its status: %s', async (refusal, status) => {
    const response = await answerJson(throws(refusal))
    expect(response.status).toBe(status)
    expect(await response.json()).toEqual({ error: refusal.message })
  })

  test('a database that cannot be used is no sign-out: it is 503 and says when to ask again', async () => {
    const gone = new DatabaseUnavailable('unreachable', { cause: new Error('ECONNREFUSED') })
    for (const thrown of [gone, new Error('wrapped', { cause: { err: gone } })]) {
      const response = await answerJson(throws(thrown))
      expect(response.status).toBe(503)
      expect(response.headers.get('retry-after')).toBe('2')
      const { error } = await response.json()
      expect(error).toMatch(/database does not answer.*is lost.*again/)
      expect(error).not.toContain('ECONNREFUSED')
    }
  })

  test('a failure that nobody foresaw is not turned into an answer', async () => {
    await expect(answerJson(throws(new Error('disk full')))).rejects.toThrow('disk full')
  })
})

describe('an answer as a file', () => {
  test('is the file that the work gives', async () => {
    const file = new Response('a,b\n')
    expect(await answerFile(async () => file)).toBe(file)
  })

  test('a refusal is a line of text that no cache keeps', async () => {
    const response = await answerFile(throws(new AppError('invalid_input', 'Say of which.')))
    expect(response.status).toBe(400)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(await response.text()).toBe('Say of which.\n')
  })

  test('what somebody may not have looks like what does not exist', async () => {
    const hidden = 'There is no such export.'
    for (const code of ['not_allowed', 'not_found'] as const) {
      const response = await answerFile(throws(new AppError(code, 'Not yours.')), hidden)
      expect(response.status, code).toBe(404)
      expect(await response.text(), code).toBe(`${hidden}\n`)
    }
    const other = await answerFile(throws(new AppError('invalid_input', 'Say of which.')), hidden)
    expect(other.status).toBe(400)
  })
})
