import 'server-only'
import type { DatabaseTrouble } from '../../kernel/database-unavailable'

/**
 * Codes with which a connection that stood ends, or a server takes no more: shutting down, crashed,
 * starting, idle for too long, too many connections, connection failures, and those of the system.
 */
const LOST =
  /^(57P0[1235]|53300|080(00|01|03|04|06|07)|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENETDOWN|ENOTFOUND|EAI_AGAIN)$/

/** pg has no codes for these. */
const LOST_WORDS =
  /^(Connection terminated|timeout exceeded when trying to connect|timeout expired|Client has encountered a connection error|Client was closed|Query read timeout)/

/** disk_full. A file that cannot grow may also be told as an io_error, with the words of the system. */
const FULL = '53100'

/** What a failed statement says about the database; null when it is about the statement. */
export function troubleOfStatement(error: unknown): DatabaseTrouble | null {
  const { code, message, severity } = partsOf(error)
  if (code === FULL || /No space left on device/.test(message)) return 'disk-full'
  // A pooler ends the connection with this code when its server is gone. As an error it is our mistake.
  if (code === '08P01' && severity === 'FATAL') return 'unreachable'
  return LOST.test(code) || LOST_WORDS.test(message) ? 'unreachable' : null
}

/** Whoever could not connect reaches no database, whatever the reason; a start says which it is. */
export const troubleOfConnecting = (error: unknown): DatabaseTrouble =>
  troubleOfStatement(error) ?? 'unreachable'

function partsOf(error: unknown): { code: string; message: string; severity: string } {
  if (!(error instanceof Error)) return { code: '', message: '', severity: '' }
  return {
    code: 'code' in error ? String(error.code) : '',
    message: error.message,
    severity: 'severity' in error ? String(error.severity) : '',
  }
}
