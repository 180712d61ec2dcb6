import { z } from 'zod'
import { cohortField, requiredText, wholeNumber } from '@/app/_forms/form-fields'
import { asUserId } from '@/lib/kernel/ids'

/** The fields that both forms for extra time have. */
export const extraFields = {
  cohort: cohortField,
  person: z.uuid('Choose an analyst.').transform(asUserId),
  amount: wholeNumber('The extra time must be a whole number.'),
  unit: z.enum(['minutes', 'percent']),
  reason: requiredText('Give a reason.'),
}

export const timeOf = ({ amount, unit }: { amount: number; unit: 'minutes' | 'percent' }) => ({
  extraMinutes: unit === 'minutes' ? amount : 0,
  extraPercent: unit === 'percent' ? amount : 0,
})
