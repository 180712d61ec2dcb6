import 'server-only'
import { z } from 'zod'
import { updateStudySettings } from '../../db/people/users'
import { percent } from '../../kernel/percent'
import type { LeechRule } from '../../memory/model/memory-model'
import type { StudySettings } from '../../review/study-settings'
import { checked } from '../check-account-input'
import { changeModel } from '../learner-models'
import type { LearnerScope } from '../scope'

/** Below 0.70 more is forgotten than the shorter days are worth; above 0.97 they grow without end. */
const RETENTION_RANGE = { least: 0.7, most: 0.97 } as const

const whole = (what: string, least: number, most: number) =>
  z
    .int(`${what} must be a whole number.`)
    .min(least, `${what} must be at least ${least}.`)
    .max(most, `${what} must be at most ${most}.`)

const retention = `Target retention must be between ${percent(RETENTION_RANGE.least)} and ${percent(RETENTION_RANGE.most)}.`

const settings = z.object({
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
  easyDays: z
    .array(z.int().min(0).max(100))
    .length(7, 'Choose a share for each of the seven weekdays.')
    .refine((days) => days.some((share) => share > 0), 'At least one weekday must have reviews.'),
  levelLoad: z.boolean(),
  askConfidence: z.boolean(),
})

/**
 * Retention and leeches make a new version of the memory model: they hold for answers from now on,
 * and no card is moved. Throws invalid_input with what is wrong; nothing is saved then.
 */
export async function saveStudySettings(
  { user }: LearnerScope,
  input: { settings: Omit<StudySettings, 'catchUp' | 'keys'>; now: number },
): Promise<void> {
  const wanted = checked(settings, input.settings)
  const { desiredRetention, leech } = wanted
  await updateStudySettings(user.id, wanted)
  await changeModel(user, { desiredRetention, leech }, input.now)
}
