import 'server-only'
import type { UserId } from '../../kernel/ids'
import type { StudySettings } from '../../review/study-settings'
import { actor } from '../access'

export type SettingsView = {
  readonly name: string
  readonly email: string
  readonly zone: string
  readonly rolloverHour: number
  readonly study: StudySettings
}

export async function loadSettings({ userId }: { userId: UserId }): Promise<SettingsView> {
  const { name, email, clock, settings } = await actor(userId)
  return { name, email, ...clock, study: settings }
}
