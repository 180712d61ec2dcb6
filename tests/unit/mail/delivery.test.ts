import { expect, test } from 'vitest'
import { deliveryOf } from '@/lib/mail/delivery'

const failure = (over: Record<string, unknown>) => Object.assign(new Error('no'), over)

test.each([
  ['a mailbox that does not exist', { code: 'EENVELOPE', responseCode: 550 }, 'refused'],
  ['an address that is none', { code: 'EENVELOPE' }, 'refused'],
  ['content that is not taken', { code: 'EMESSAGE', responseCode: 554 }, 'refused'],
  ['a mailbox that is full for now', { code: 'EENVELOPE', responseCode: 452 }, 'later'],
  ['a message to come again with', { code: 'EMESSAGE', responseCode: 451 }, 'later'],
  ['a wrong password', { code: 'EAUTH', responseCode: 535 }, 'down'],
  ['a server that closes', { code: 'ECONNECTION', responseCode: 421 }, 'down'],
  ['no name for the host', { code: 'EDNS' }, 'down'],
  ['no server at the port', { code: 'ESOCKET', syscall: 'connect' }, 'down'],
  ['a connection that ended on the way', { code: 'ECONNECTION', command: 'CONN' }, 'unknown'],
  ['an answer that never came', { code: 'ETIMEDOUT' }, 'unknown'],
])('%s', (_, error, kind) => {
  expect(deliveryOf(failure(error))).toEqual({ kind, why: 'no' })
})

test('any other error means that the mail may have been accepted', () => {
  expect(deliveryOf('odd')).toEqual({ kind: 'unknown', why: 'odd' })
})
