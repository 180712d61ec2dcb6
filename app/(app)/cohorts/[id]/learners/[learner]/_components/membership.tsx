'use client'

import { ActionForm } from '@/app/_components/action-form'
import { SelectField } from '@/app/_components/select-field'
import { SubmitButton } from '@/app/_components/submit-button'
import { RemoveForm } from '@/app/(app)/cohorts/[id]/_components/cohort-forms'
import { count } from '@/lib/kernel/count'
import { movePerson } from '../../../people/actions'

type Props = {
  cohortId: string
  userId: string
  name: string
  /** Other cohorts of the same instructor. */
  others: readonly { readonly id: string; readonly name: string }[]
  /** What is said before somebody is removed. */
  figures: { readonly answers: number; readonly assignments: number; readonly notes: number }
}

/** Moves an analyst to another cohort, or removes them from this one. */
export function Membership({ cohortId, userId, name, others, figures }: Props) {
  const { answers, assignments, notes } = figures
  const [first] = others
  return (
    <div className="grid max-w-3xl gap-x-16 gap-y-8 sm:grid-cols-2">
      {first === undefined ? null : (
        <ActionForm action={movePerson}>
          {() => (
            <>
              <input type="hidden" name="cohort" value={cohortId} />
              <input type="hidden" name="person" value={userId} />
              <SelectField
                label="Move to"
                name="to"
                defaultValue={first.id}
                hint="Cards, answers and the joining date move with the analyst. Notes stay in this cohort."
              >
                {others.map((other) => (
                  <option key={other.id} value={other.id}>
                    {other.name}
                  </option>
                ))}
              </SelectField>
              <SubmitButton size="small" kind="secondary" className="self-start">
                Move
              </SubmitButton>
            </>
          )}
        </ActionForm>
      )}
      <div>
        <p className="mb-3 text-sm text-ink-2">
          If you remove {name} from the cohort, the account, all cards and all answers are kept,{' '}
          {count(answers, 'answer')} of the last year among them. {count(assignments, 'assignment')}{' '}
          of this cohort no longer {assignments === 1 ? 'counts' : 'count'} for {name}, and{' '}
          {count(notes, 'note stays', 'notes stay')} with the cohort.
        </p>
        <RemoveForm
          cohortId={cohortId}
          userId={userId}
          label="Remove from the cohort"
          what={name}
        />
      </div>
    </div>
  )
}
