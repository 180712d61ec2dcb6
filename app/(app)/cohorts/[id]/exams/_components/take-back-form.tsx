'use client'

import { ConfirmAct } from '@/app/_components/confirm-act'
import { allowMore } from '../[exam]/actions'
import { accommodateAnalyst } from '../actions'

type Props = {
  cohortId: string
  examId: string | null
  userId: string
  name: string
  what: string
}

/** A dialog, because the reason is deleted with it. */
export function TakeBackForm({ cohortId, examId, userId, name, what }: Props) {
  const nothing = { amount: '0', unit: 'minutes', reason: 'Taken back.' }
  return (
    <ConfirmAct
      action={examId === null ? accommodateAnalyst : allowMore}
      fields={{
        cohort: cohortId,
        person: userId,
        ...nothing,
        ...(examId === null ? {} : { exam: examId, attempts: '0' }),
      }}
      kind="quiet"
      label="Take back"
      of={`the extra of ${name}`}
      title={`Take back what ${name} has extra?`}
      confirm="Take it back"
    >
      <p>
        {name} has this extra: {what}. The rules of the exam then hold as for everybody, also for an
        attempt in progress: if its time is over by them, it ends now. Attempts that were started
        are kept.
      </p>
    </ConfirmAct>
  )
}
