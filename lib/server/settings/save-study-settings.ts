import 'server-only'
import { z } from 'zod'
import { changed } from '../../audit/changed'
import { REACHES } from '../../course/reach'
import { together } from '../../db/connection/together'
import { recordAudit } from '../../db/people/audit'
import { updateStudySettings } from '../../db/people/users'
import { percent } from '../../kernel/percent'
import type { LeechRule, StepSettings } from '../../memory/model/memory-model'
import type { StudySettings } from '../../review/study-settings'
import { checked } from '../check-account-input'
import { changeModel, currentModel } from '../learner-models'
import type { LearnerScope } from '../scope'

/** Below 0.70 more is forgotten than the shorter days are worth; above 0.97 they grow without end. */
const RETENTION_RANGE = { least: 0.7, most: 0.97 } as const

const whole = (what: string, least: number, most: number) =>
  z
    .int(`${what} must be a whole number.`)
    .min(least, `${what} must be at least ${least}.`)
    .max(most, `${what} must be at most ${most}.`)

const retention = `Target retention must be between ${percent(RETENTION_RANGE.least)} and ${percent(RETENTION_RANGE.most)}.`

/** More steps than this are a day of their own; a step of a day or more is an interval. */
const MOST_STEPS = 6
const LONGEST_STEP_MIN = 1439
/** Below a week, everything that was ever learned comes back each week. */
const INTERVAL_RANGE = { least: 7, most: 36_500 } as const

const steps = (what: string) =>
  z
    .array(
      z
        .int(`${what} must be whole minutes.`)
        .min(1, `${what} must be at least one minute each.`)
        .max(LONGEST_STEP_MIN, `${what} must be shorter than a day each.`),
    )
    .max(MOST_STEPS, `There may be at most ${MOST_STEPS} ${what.toLowerCase()}.`)
    .refine(
      (minutes) => minutes.every((each, i) => i === 0 || each > (minutes[i - 1] ?? 0)),
      `${what} must become longer from one to the next.`,
    )

const settings = z.object({
  reach: z.enum(REACHES, 'Choose core, full or everything.'),
  newPerDay: whole('The number of new questions a day', 0, 500),
  reviewsPerDay: whole('The number of reviews a day', 0, 5000),
  desiredRetention: z
    .number(retention)
    .min(RETENTION_RANGE.least, retention)
    .max(RETENTION_RANGE.most, retention),
  leech: z
    .object({
      lapses: whole('The number of lapses of a difficult question', 3, 50),
      suspends: z.boolean(),
    })
    .nullable() satisfies z.ZodType<LeechRule | null>,
  learningStepsMin: steps('Learning steps'),
  relearningStepsMin: steps('Steps after forgetting'),
  maximumIntervalDays: whole('The longest interval', INTERVAL_RANGE.least, INTERVAL_RANGE.most),
  easyDays: z
    .array(z.int().min(0).max(100))
    .length(7, 'Choose a share for each of the seven weekdays.')
    .refine((days) => days.some((share) => share > 0), 'At least one weekday must have reviews.'),
  levelLoad: z.boolean(),
  askConfidence: z.boolean(),
})

/** What the page of the settings saves at once. */
export type StudyChoice = Omit<StudySettings, 'catchUp' | 'more' | 'keys'> & StepSettings

/**
 * Retention, steps, the longest interval and leeches make a new version of the memory model: they hold for
 * answers from now on, and no card is moved. Throws invalid_input with what is wrong; nothing is saved then.
 */
export async function saveStudySettings(
  { user }: LearnerScope,
  input: { settings: StudyChoice; now: number },
): Promise<void> {
  const wanted = checked(settings, input.settings)
  const { learningStepsMin, relearningStepsMin, maximumIntervalDays, ...plain } = wanted
  const times = { learningStepsMin, relearningStepsMin, maximumIntervalDays }
  const { desiredRetention, leech } = plain
  const { catchUp: _, more: __, keys: ___, ...own } = user.settings
  const before = { ...own, ...(await currentModel(user)) }
  const pairs = Object.entries(wanted).map(([name, after]) => {
    const was = Object.entries(before).find(([key]) => key === name)?.[1]
    return changed(name, JSON.stringify(was) ?? null, JSON.stringify(after))
  })
  const detail = Object.assign({ user: user.id, area: 'study' }, ...pairs)
  await together(async () => {
    await updateStudySettings(user.id, plain)
    await changeModel(user, { desiredRetention, leech, ...times }, input.now)
    await recordAudit({ at: input.now, actorId: user.id, kind: 'settings_changed', detail })
  })
}
