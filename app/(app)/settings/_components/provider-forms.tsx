'use client'

import { ActionForm } from '@/app/_components/action-form'
import { buttonClass } from '@/app/_components/button-class'
import { CurrentPasswordField } from '@/app/_components/current-password-field'
import { Notice } from '@/app/_components/notice'
import { SubmitButton } from '@/app/_components/submit-button'
import { linkProvider, unlinkProvider } from '../actions'

/** Asks for the password, then leads to the provider. */
export function ProviderLinkForm({ name }: { name: string }) {
  return (
    <ActionForm action={linkProvider}>
      {(state) =>
        state.kind === 'done' ? (
          <>
            <Notice title={`Go on to ${name}`}>
              <p>Sign in there, and you come back here.</p>
            </Notice>
            <a href={state.value} className={buttonClass('primary', 'regular', 'self-start')}>
              Continue to {name}
            </a>
          </>
        ) : (
          <>
            <CurrentPasswordField state={state} label={`Password, to link ${name}`} />
            <SubmitButton kind="secondary" className="self-start">
              Link {name}
            </SubmitButton>
          </>
        )
      }
    </ActionForm>
  )
}

export function ProviderUnlinkForm({ name }: { name: string }) {
  return (
    <ActionForm action={unlinkProvider}>
      {(state) => (
        <>
          <CurrentPasswordField state={state} label="Password, to end the link" />
          <SubmitButton kind="secondary" className="self-start">
            End the link to {name}
          </SubmitButton>
        </>
      )}
    </ActionForm>
  )
}
