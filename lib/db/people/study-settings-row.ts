import 'server-only'
import { asStudyDay } from '../../kernel/study-day'
import { KEY_ACTIONS, type KeyChanges } from '../../review/keys'
import { EVERY_DAY_ALIKE, type StudySettings } from '../../review/study-settings'
import type { Prisma, User as UserRow } from '../generated/client'

/** The columns that hold the settings. */
type SettingsRow = Pick<
  UserRow,
  | 'newPerDay'
  | 'reviewsPerDay'
  | 'desiredRetention'
  | 'leechLapses'
  | 'leechSuspends'
  | 'easyDays'
  | 'levelLoad'
  | 'catchUpFrom'
  | 'catchUpDays'
  | 'askConfidence'
  | 'keys'
>

export function toSettings(row: SettingsRow): StudySettings {
  const { newPerDay, reviewsPerDay, desiredRetention, levelLoad, askConfidence } = row
  return {
    newPerDay,
    reviewsPerDay,
    desiredRetention,
    leech:
      row.leechLapses === null ? null : { lapses: row.leechLapses, suspends: row.leechSuspends },
    easyDays: row.easyDays.length === 7 ? row.easyDays : EVERY_DAY_ALIKE,
    levelLoad,
    catchUp:
      row.catchUpFrom === null || row.catchUpDays === null
        ? null
        : { from: asStudyDay(row.catchUpFrom), days: row.catchUpDays },
    askConfidence,
    keys: toKeyChanges(row.keys),
  }
}

/** Columns of the settings that are named, no others. */
export function toSettingsColumns(settings: Partial<StudySettings>): Prisma.UserUpdateInput {
  const { leech, easyDays, catchUp, keys, ...plain } = settings
  return {
    ...plain,
    ...(leech === undefined
      ? {}
      : { leechLapses: leech?.lapses ?? null, ...(leech && { leechSuspends: leech.suspends }) }),
    ...(easyDays === undefined ? {} : { easyDays: [...easyDays] }),
    ...(catchUp === undefined
      ? {}
      : { catchUpFrom: catchUp?.from ?? null, catchUpDays: catchUp?.days ?? null }),
    ...(keys === undefined ? {} : { keys: { ...keys } }),
  }
}

function toKeyChanges(value: Prisma.JsonValue): KeyChanges {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {}
  return Object.fromEntries(
    KEY_ACTIONS.flatMap((action) => {
      const key = value[action]
      return key === null || typeof key === 'string' ? [[action, key]] : []
    }),
  )
}
