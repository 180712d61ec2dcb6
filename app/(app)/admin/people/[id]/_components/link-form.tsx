'use client'

import { ActionForm } from '@/app/_components/action-form'
import { CopyLink } from '@/app/_components/copy-link'
import { Notice } from '@/app/_components/notice'
import { SubmitButton } from '@/app/_components/submit-button'
import { makeLink } from '../actions'

type Props = {
  userId: string
  disabled: boolean
  /** Until when a link that was made before can be used; null without one. */
  openUntil: string | null
}

/** Makes a link for somebody who forgot their password. It is shown only once. */
export function LinkForm({ userId, disabled, openUntil }: Props) {
  if (disabled) {
    return (
      <p className="text-sm text-ink-2">
        This account is disabled, so nobody can set a new password for it. Enable it first.
      </p>
    )
  }
  return (
    <ActionForm action={makeLink}>
      {(state) => (
        <>
          <input type="hidden" name="person" value={userId} />
          <p className="text-sm text-ink-2">
            With a link the person chooses a new password. It works once, within 24 hours. Until
            then the old password still works; afterwards all sign-in sessions of the person end.
          </p>
          {openUntil !== null && state.kind !== 'done' ? (
            <p className="text-sm text-ink-2">
              There is a link that can be used until {openUntil}. A new one replaces it.
            </p>
          ) : null}
          <SubmitButton kind="secondary" className="self-start">
            Make a link for a new password
          </SubmitButton>
          {state.kind === 'done' ? (
            <>
              <Notice kind="done" title="The link is ready">
                Copy it now: it is shown only once. Send it only to this person, because whoever has
                it can sign in as them.
              </Notice>
              <CopyLink label="Link to send" link={state.value} />
            </>
          ) : null}
        </>
      )}
    </ActionForm>
  )
}
