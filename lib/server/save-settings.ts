import 'server-only'
import type { UserId } from '../kernel/ids'

/** Throws invalid_input with what is wrong; nothing is saved then. */
export async function saveSettings(_input: {
  userId: UserId
  name: string
  zone: string
  rolloverHour: number
  newPerDay: number
  reviewsPerDay: number
}): Promise<void> {
  throw new Error('stub')
}
