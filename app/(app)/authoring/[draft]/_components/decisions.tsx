'use client'

import { ActionForm } from '@/app/_components/action-form'
import { ConfirmAct } from '@/app/_components/confirm-act'
import { HiddenFields } from '@/app/_components/hidden-fields'
import { Notice } from '@/app/_components/notice'
import { SubmitButton } from '@/app/_components/submit-button'
import { TextField } from '@/app/_components/text-field'
import { errorOf, typedOr } from '@/app/_forms/form-state'
import type { DraftView } from '@/lib/server/authoring/load-draft'
import { askReview, publish, returnDraft, withdraw } from '../actions'

/** What this person can do with the draft now. */
export function Decisions({ draft }: { draft: DraftView }) {
  const { id, revision, state, whyNotPublish, mayWithdraw, changes } = draft
  const seen = { draft: id, revision: String(revision) }
  return (
    <div className="space-y-8">
      {state === 'review' ? (
        <>
          {whyNotPublish === null ? (
            <ActionForm action={publish}>
              {(answered) => (
                <>
                  <HiddenFields fields={seen} />
                  <p className="text-sm text-ink-2">
                    You have looked at every change. Learners get them when they open the next page.
                  </p>
                  <SubmitButton className="self-start">Approve and publish</SubmitButton>
                  {answered.kind === 'done' ? <Notice kind="done">{answered.value}</Notice> : null}
                </>
              )}
            </ActionForm>
          ) : (
            <p className="text-sm text-ink-2">{whyNotPublish}</p>
          )}
          <ActionForm action={returnDraft}>
            {(answered) => (
              <>
                <HiddenFields fields={seen} />
                <TextField
                  label="What is to be done"
                  name="comment"
                  rows={4}
                  defaultValue={typedOr(answered, 'comment', '')}
                  error={errorOf(answered, 'comment')}
                />
                <SubmitButton kind="secondary" className="self-start">
                  Send it back
                </SubmitButton>
              </>
            )}
          </ActionForm>
        </>
      ) : (
        <ActionForm action={askReview}>
          {() => (
            <>
              <HiddenFields fields={seen} />
              <p className="text-sm text-ink-2">
                Another instructor looks at the draft and publishes it. A change after that has to
                be looked at again.
              </p>
              <SubmitButton className="self-start" disabled={changes.length === 0}>
                Ask for review
              </SubmitButton>
            </>
          )}
        </ActionForm>
      )}
      {mayWithdraw ? (
        <ConfirmAct
          action={withdraw}
          fields={seen}
          label="Withdraw the draft"
          confirm="Withdraw the draft"
          title="Withdraw this draft?"
          className="-ml-3"
        >
          <p>Nothing of it is published. It can be read, but nobody can go on with it.</p>
        </ConfirmAct>
      ) : null}
    </div>
  )
}
