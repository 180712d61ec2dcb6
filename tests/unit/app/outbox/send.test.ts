import { expect, test } from 'vitest'
import { sendEvents } from '@/app/_study/outbox/send'

const sent = (status: number) =>
  sendEvents('kim', [], async () => Response.json({ error: 'The reason.' }, { status }))

test('an event that the server cannot read is refused for good, with the reason', async () => {
  for (const status of [400, 413, 415]) {
    expect(await sent(status)).toEqual({ kind: 'refused', message: 'The reason.' })
  }
})

test('answers wait a little while the server says that its database is away', async () => {
  expect(await sent(503)).toEqual({ kind: 'failed', reached: true, passes: true })
})

test('answers wait while a proxy is set up wrongly, and are not thrown away', async () => {
  expect(await sent(403)).toEqual({ kind: 'failed', reached: true })
})
