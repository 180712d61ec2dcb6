import { DatabaseError } from 'pg'
import { expect, test } from 'vitest'
import { troubleOfConnecting, troubleOfStatement } from '@/lib/db/connection/trouble-of'

const system = (code: string) => Object.assign(new Error(`connect ${code}`), { code })
function postgres(code: string, message = '', severity = 'ERROR') {
  return Object.assign(new DatabaseError(message, 0, 'error'), { code, severity })
}

test.each([
  ['refused', system('ECONNREFUSED')],
  ['cut', system('ECONNRESET')],
  ['not found by name', system('ENOTFOUND')],
  ['never made', new Error('timeout exceeded when trying to connect')],
  ['terminated', new Error('Connection terminated unexpectedly')],
  ['ended by a shutdown', postgres('57P01')],
  ['ended by a crash', postgres('57P02')],
  ['answered by a server that starts', postgres('57P03')],
  ['one too many', postgres('53300')],
  ['without its server, says the pooler', postgres('08P01', 'server conn crashed?', 'FATAL')],
])('a connection that is %s means a database that cannot be reached', (_how, error) => {
  expect(troubleOfStatement(error)).toBe('unreachable')
})

test.each([
  ['a file', postgres('53100', 'could not extend file "base/5/1": No space left on device')],
  ['the log', postgres('58030', 'could not write to file: No space left on device')],
])('%s that cannot grow means a full disk', (_what, error) => {
  expect(troubleOfStatement(error)).toBe('disk-full')
})

test.each([
  ['a duplicate', postgres('23505')],
  ['a disk that cannot be read', postgres('58030', 'could not read file: Input/output error')],
  ['a mistake of ours in the protocol', postgres('08P01', 'bind message has 2 parameters')],
  ['a mistake of ours in the code', new TypeError('x is undefined')],
])('%s is no trouble of the database', (_what, error) => {
  expect(troubleOfStatement(error)).toBeNull()
})

test('whoever cannot connect reaches no database, whatever the reason', () => {
  expect(troubleOfConnecting(postgres('28P01', 'password authentication failed'))).toBe(
    'unreachable',
  )
  expect(troubleOfConnecting(system('ENOENT'))).toBe('unreachable')
})
