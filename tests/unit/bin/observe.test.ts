import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { observing } from '@/bin/support/server/observe.mjs'
import { asUserId } from '@/lib/kernel/ids'
import { noteAccount, noteRefused } from '@/lib/observe/note-request'

afterEach(() => {
  globalThis.steppeRequests = undefined
})

/** The line about a request whose application does `work`. */
async function lineOf(work: () => void): Promise<Record<string, unknown>> {
  const lines: string[] = []
  const { observed } = await observing({
    dev: true,
    env: { NODE_ENV: 'test', STEPPE_LOG_LEVEL: 'info' },
    write: (line) => lines.push(line),
  })
  const request = Object.assign(new IncomingMessage(new Socket()), { method: 'GET', url: '/today' })
  const response = new ServerResponse(request)
  observed(() => work())(request, response)
  response.emit('close')
  const [, more = ''] = lines.join('').split(' info request ')
  return Object.fromEntries(
    [...more.trim().matchAll(/(\w+)=(\S+)/g)].map(([, name = '', value = '']) => [
      name,
      JSON.parse(value),
    ]),
  )
}

const ada = asUserId('01890000-0000-7000-8000-000000000001')

test('a request for what somebody may not have is logged with the account and the reason', async () => {
  for (const refused of ['not_allowed', 'not_found']) {
    const line = await lineOf(() => {
      noteAccount(ada)
      noteRefused(refused)
    })
    expect(line).toMatchObject({ method: 'GET', account: ada, refused })
  }
  expect(await lineOf(() => noteRefused('not_found'))).toMatchObject({ refused: 'not_found' })
})

test('a line about anything else does not say who was there', async () => {
  const line = await lineOf(() => {
    noteAccount(ada)
    noteRefused('wrong_credentials')
  })
  expect(line).toMatchObject({ method: 'GET', request: expect.any(String) })
  expect(line).not.toHaveProperty('account')
  expect(line).not.toHaveProperty('refused')
})
