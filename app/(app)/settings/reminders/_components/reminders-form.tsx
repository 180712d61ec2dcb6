'use client'

import { ActionForm } from '@/app/_components/action-form'
import { CheckField } from '@/app/_components/check-field'
import { Notice } from '@/app/_components/notice'
import { SubmitButton } from '@/app/_components/submit-button'
import type { RemindersView } from '@/lib/server/settings/reminder-settings'
import { save } from '../actions'

type Props = {
  now: RemindersView
  /** Such as `Almaty, UTC+5`. */
  zone: string
}

/** Which reminders to send. Instructors have an additional one. */
export function RemindersForm({ now, zone }: Props) {
  const hour = `${now.hour}:00 (${zone})`
  return (
    <ActionForm action={save}>
      {(state) => (
        <>
          <CheckField
            label="Daily digest"
            name="dailyDigest"
            defaultChecked={now.dailyDigest}
            hint={`Sent after ${hour} if reviews are due and you have not studied yet. It says how many are due and how long they take, and lists assignments due within a week and replies to your flags. You receive at most one a day.`}
          />
          {now.weeklySummary === null ? null : (
            <CheckField
              label="Weekly summary of your cohorts"
              name="weeklySummary"
              defaultChecked={now.weeklySummary}
              hint={`Sent on Mondays after ${hour}. It says who reviewed, who is at risk and why, which flags to answer and who passed exams.`}
            />
          )}
          <SubmitButton className="self-start">Save</SubmitButton>
          {state.kind === 'done' ? <Notice kind="done">{state.value}</Notice> : null}
        </>
      )}
    </ActionForm>
  )
}
