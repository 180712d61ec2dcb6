import { asEventId, asUserId, type EventId, type UserId } from '../kernel/ids'
import type { Random } from '../kernel/seeded-random'

/** A UUIDv7 of that instant (ms) from seeded bits, so that the same seed makes the same ids. */
export function uuidAt(ms: number, random: Random): string {
  const hex = (digits: number) =>
    Math.floor(random() * 16 ** digits)
      .toString(16)
      .padStart(digits, '0')
  const time = ms.toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-8${hex(3)}-${hex(6)}${hex(6)}`
}

export const eventIdAt = (ms: number, random: Random): EventId => asEventId(uuidAt(ms, random))
export const userIdAt = (ms: number, random: Random): UserId => asUserId(uuidAt(ms, random))
