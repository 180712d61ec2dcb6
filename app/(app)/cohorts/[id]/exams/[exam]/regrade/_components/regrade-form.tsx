'use client'

import { ActionForm } from '@/app/_components/action-form'
import { Field } from '@/app/_components/field'
import { Notice } from '@/app/_components/notice'
import { SelectField } from '@/app/_components/select-field'
import { SubmitButton } from '@/app/_components/submit-button'
import { errorOf, typedOr } from '@/app/_forms/form-state'
import type { RegradeChoice } from '@/lib/exam/regrade'
import { regrade } from '../actions'
import { CHOICE_WORDS } from './choice-words'

type Props = {
  cohortId: string
  examId: string
  questionId: string
  choices: readonly RegradeChoice[]
  attempts: number
}

/** Decides how the answers to one question count. Another choice later changes it again. */
export function RegradeForm({ cohortId, examId, questionId, choices, attempts }: Props) {
  return (
    <ActionForm action={regrade} className="mt-6 max-w-xl">
      {(state) => (
        <>
          <input type="hidden" name="cohort" value={cohortId} />
          <input type="hidden" name="exam" value={examId} />
          <input type="hidden" name="question" value={questionId} />
          <SelectField
            label="How the answers count"
            name="choice"
            defaultValue={typedOr(state, 'choice', '')}
            error={errorOf(state, 'choice')}
          >
            <option value="">Choose one</option>
            {choices.map((choice) => (
              <option key={choice} value={choice}>
                {CHOICE_WORDS[choice]}
              </option>
            ))}
          </SelectField>
          <Field
            label="Reason"
            name="reason"
            maxLength={500}
            defaultValue={typedOr(state, 'reason', '')}
            error={errorOf(state, 'reason')}
            hint="It is kept with the decision. The analysts do not see it."
          />
          <SubmitButton kind="secondary" className="self-start">
            {attempts === 1 ? 'Grade one attempt again' : `Grade ${attempts} attempts again`}
          </SubmitButton>
          {state.kind === 'done' ? <Notice kind="done">{state.value}</Notice> : null}
        </>
      )}
    </ActionForm>
  )
}
