import 'server-only'
import type { UserId } from '../kernel/ids'

export type SettingsView = {
  readonly name: string
  readonly email: string
  readonly zone: string
  readonly rolloverHour: number
  readonly newPerDay: number
  readonly reviewsPerDay: number
}

export async function loadSettings(_input: { userId: UserId }): Promise<SettingsView> {
  throw new Error('stub')
}
