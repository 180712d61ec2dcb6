'use client'

import { ActionForm } from '@/app/_components/action-form'
import { CheckField } from '@/app/_components/check-field'
import { Notice } from '@/app/_components/notice'
import { SubmitButton } from '@/app/_components/submit-button'
import type { RemindersView } from '@/lib/server/settings/reminder-settings'
import { save } from '../actions'

/** What to be told of; an instructor has one thing more. */
export function RemindersForm({ now }: { now: RemindersView }) {
  return (
    <ActionForm action={save}>
      {(state) => (
        <>
          <CheckField
            label="Daily digest"
            name="dailyDigest"
            defaultChecked={now.dailyDigest}
            hint="From 7:00 of your day, if something is due and you have not studied yet: how many, the minutes, assignments due within a week and answers to your flags. Never more than one a day."
          />
          {now.weeklySummary === null ? null : (
            <CheckField
              label="Weekly summary of your cohorts"
              name="weeklySummary"
              defaultChecked={now.weeklySummary}
              hint="On Monday from 7:00: who reviewed, who is at risk and why, flags to answer, exams passed."
            />
          )}
          <SubmitButton className="self-start">Save</SubmitButton>
          {state.kind === 'done' ? <Notice kind="done">{state.value}</Notice> : null}
        </>
      )}
    </ActionForm>
  )
}
