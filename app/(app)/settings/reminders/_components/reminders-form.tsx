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

const NOTICES = [
  ['assignments', 'Assignments', 'A new assignment, or a later due date for you.'],
  ['exams', 'Exams', 'An exam that opens, or extra time or attempts for you.'],
  ['results', 'Exam results', 'A result, a decision on your appeal, or a corrected result.'],
  ['cohorts', 'Cohorts', 'An invitation to a cohort, or that you were added to one.'],
] as const

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
          {now.mailTo === null ? null : (
            <fieldset className="grid gap-3">
              <legend className="mb-2 font-semibold">Notices also by e-mail</legend>
              <input type="hidden" name="notices" value="yes" />
              {NOTICES.map(([group, label, hint]) => (
                <CheckField
                  key={group}
                  label={label}
                  name={group}
                  defaultChecked={now.noticesByMail.includes(group)}
                  hint={hint}
                />
              ))}
              <p className="text-label text-ink-2">
                All notices are also here, under your name. They come by e-mail between {hour} and
                twelve hours later, each once, and only if you have not read them here before.
              </p>
            </fieldset>
          )}
          <SubmitButton className="self-start">Save</SubmitButton>
          {state.kind === 'done' ? <Notice kind="done">{state.value}</Notice> : null}
        </>
      )}
    </ActionForm>
  )
}
