import 'server-only'
import { createHash } from 'node:crypto'
import { asEventId, type EventId } from '../kernel/ids'

/**
 * Always the same id for the same name: a UUID of version 8 (RFC 9562), from SHA-256. What makes an event
 * by itself may therefore be repeated without harm.
 */
export function derivedEventId(name: string): EventId {
  const hex = createHash('sha256').update(name).digest('hex')
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
  ]
  return asEventId([...parts, hex.slice(20, 32)].join('-'))
}
