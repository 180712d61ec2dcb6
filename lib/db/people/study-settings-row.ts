import 'server-only'
import { asStudyDay } from '../../kernel/study-day'
import { KEY_ACTIONS, type KeyChanges } from '../../review/keys'
import { EVERY_DAY_ALIKE, type StudySettings } from '../../review/study-settings'
import type { Prisma, User as UserRow } from '../generated/client'

/** The columns that hold the settings. */
type SettingsRow = Pick<
  UserRow,
  | 'reach'
  | 'newPerDay'
  | 'reviewsPerDay'
  | 'desiredRetention'
  | 'leechLapses'
  | 'leechSuspends'
  | 'easyDays'
  | 'levelLoad'
  | 'catchUpFrom'
  | 'catchUpDays'
  | 'moreDay'
  | 'moreNew'
  | 'moreReviews'
  | 'askConfidence'
  | 'keys'
>

export function toSettings(row: SettingsRow): StudySettings {
  const { reach, newPerDay, reviewsPerDay, desiredRetention, levelLoad, askConfidence } = row
  return {
    reach,
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
    more:
      row.moreDay === null
        ? null
        : { day: asStudyDay(row.moreDay), new: row.moreNew, reviews: row.moreReviews },
    askConfidence,
    keys: toKeyChanges(row.keys),
  }
}

/** Columns of the settings that are named, no others. */
export function toSettingsColumns(settings: Partial<StudySettings>): Prisma.UserUpdateInput {
  const { leech, easyDays, catchUp, more, keys, ...plain } = settings
  return {
    ...plain,
    ...(leech === undefined
      ? {}
      : { leechLapses: leech?.lapses ?? null, ...(leech && { leechSuspends: leech.suspends }) }),
    ...(easyDays === undefined ? {} : { easyDays: [...easyDays] }),
    ...(catchUp === undefined
      ? {}
      : { catchUpFrom: catchUp?.from ?? null, catchUpDays: catchUp?.days ?? null }),
    ...(more === undefined
      ? {}
      : { moreDay: more?.day ?? null, moreNew: more?.new ?? 0, moreReviews: more?.reviews ?? 0 }),
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
