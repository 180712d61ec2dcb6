'use client'

import { ActionForm } from '@/app/_components/action-form'
import { ConfirmAct } from '@/app/_components/confirm-act'
import { CopyLink } from '@/app/_components/copy-link'
import { Notice } from '@/app/_components/notice'
import { SubmitButton } from '@/app/_components/submit-button'
import { endCalendar, makeCalendar } from '../actions'

/** A link is shown only once. A new link replaces the old one. */
export function CalendarForms({ hasCalendar }: { hasCalendar: boolean }) {
  return (
    <div className="flex flex-col gap-4">
      <ActionForm action={makeCalendar}>
        {(state) => (
          <>
            <SubmitButton kind="secondary" className="self-start">
              {hasCalendar ? 'Create a new link' : 'Create a calendar link'}
            </SubmitButton>
            {hasCalendar && state.kind !== 'done' ? (
              <p className="text-label text-ink-2">
                The present link was shown when you created it. A new link replaces it.
              </p>
            ) : null}
            {state.kind === 'done' && hasCalendar ? <CreatedLink link={state.value} /> : null}
          </>
        )}
      </ActionForm>
      {hasCalendar ? (
        <ConfirmAct
          action={endCalendar}
          fields={{}}
          className="-ml-3 self-start"
          label="Turn off calendar"
          title="Turn off your calendar?"
          confirm="Turn it off"
        >
          <p>
            The one address that you have stops working in every program that reads it. It does not
            come back; you can create another one.
          </p>
        </ConfirmAct>
      ) : null}
    </div>
  )
}

function CreatedLink({ link }: { link: string }) {
  return (
    <div className="flex flex-col gap-3">
      <Notice kind="done" title="Link created">
        Copy it now. It is shown only once.
      </Notice>
      <CopyLink label="Address of your calendar" link={link} />
    </div>
  )
}
