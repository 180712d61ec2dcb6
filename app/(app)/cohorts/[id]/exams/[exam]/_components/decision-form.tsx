'use client'

import { ActionForm } from '@/app/_components/action-form'
import { CheckField } from '@/app/_components/check-field'
import { SubmitButton } from '@/app/_components/submit-button'
import { TextField } from '@/app/_components/text-field'
import { errorOf, typedOr } from '@/app/_forms/form-state'
import { decide } from '../actions'

type Props = {
  cohortId: string
  examId: string
  userId: string
  attemptId: string
  position: number
  by: string
  /** How many other answers say the same. */
  alike: number
  /** The decision so far; null for none. */
  granted: boolean | null
}

/** Grants or refuses an appeal, or changes the decision. */
export function DecisionForm({ cohortId, examId, userId, attemptId, position, ...appeal }: Props) {
  const { by, alike, granted } = appeal
  return (
    <ActionForm action={decide} className="mt-3 max-w-xl gap-3">
      {(state) => (
        <>
          <input type="hidden" name="cohort" value={cohortId} />
          <input type="hidden" name="exam" value={examId} />
          <input type="hidden" name="person" value={userId} />
          <input type="hidden" name="attempt" value={attemptId} />
          <input type="hidden" name="position" value={position} />
          <TextField
            label={`Reply to ${by}`}
            name="reply"
            rows={2}
            maxLength={2000}
            hint="The analyst reads it. A refusal needs a reply. Do not give the correct answer away: other attempts may use the same question."
            defaultValue={typedOr(state, 'reply', '')}
            error={errorOf(state, 'reply')}
          />
          {alike === 0 || granted === true ? null : (
            <CheckField
              name="alike"
              label={`Also grant the same answer ${alike === 1 ? 'of one other attempt' : `of ${alike} other attempts`}`}
              hint="They answered the same question of this exam with the same text."
            />
          )}
          <div className="flex flex-wrap gap-3">
            {granted === true ? null : (
              <SubmitButton size="small" name="decision" value="grant">
                Grant<span className="sr-only"> the appeal of {by}</span>
              </SubmitButton>
            )}
            {granted === false ? null : (
              <SubmitButton size="small" kind="secondary" name="decision" value="refuse">
                {granted === true ? 'Take the grant back' : 'Refuse'}
                <span className="sr-only">: appeal of {by}</span>
              </SubmitButton>
            )}
          </div>
        </>
      )}
    </ActionForm>
  )
}
