import 'server-only'
import type { UserId } from '../kernel/ids'
import { actor } from './access'

export type SettingsView = {
  readonly name: string
  readonly email: string
  readonly zone: string
  readonly rolloverHour: number
  readonly newPerDay: number
  readonly reviewsPerDay: number
}

export async function loadSettings({ userId }: { userId: UserId }): Promise<SettingsView> {
  const { name, email, clock, settings } = await actor(userId)
  const { newPerDay, reviewsPerDay } = settings
  return { name, email, ...clock, newPerDay, reviewsPerDay }
}
