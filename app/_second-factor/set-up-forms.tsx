'use client'

import { useEffect, useState } from 'react'
import { ActionForm } from '../_components/action-form'
import { CurrentPasswordField } from '../_components/current-password-field'
import { Field } from '../_components/field'
import { LinkButton } from '../_components/link-button'
import { Notice } from '../_components/notice'
import { SubmitButton } from '../_components/submit-button'
import { errorOf, type FormAction } from '../_forms/form-state'
import type { ShownKey } from './shown-key'

type Props = {
  begin: FormAction<ShownKey>
  confirm: FormAction<readonly string[]>
  /** Whether the password is asked for first. */
  asksPassword: boolean
  /** Where to go when the recovery codes are kept. */
  next: string
}

/**
 * The key goes into the app, a code of the app comes back, and the recovery codes are shown once. Then the
 * key is no longer shown.
 */
export function SetUpForms({ begin, confirm, asksPassword, next }: Props) {
  const [isOn, setOn] = useState(false)
  return (
    <>
      {isOn ? null : (
        <ActionForm action={begin} className="mb-10">
          {(state) =>
            state.kind === 'done' ? (
              <Key shown={state.value} />
            ) : (
              <>
                {asksPassword ? <CurrentPasswordField state={state} /> : null}
                <SubmitButton className="self-start">Show the key</SubmitButton>
              </>
            )
          }
        </ActionForm>
      )}
      <ActionForm action={confirm}>
        {(state) =>
          state.kind === 'done' ? (
            <RecoveryCodes codes={state.value} next={next} onShown={() => setOn(true)} />
          ) : (
            <>
              <CodeField error={errorOf(state, 'code')} hint="The six digits that the app shows." />
              <SubmitButton className="self-start">Turn on the second factor</SubmitButton>
            </>
          )
        }
      </ActionForm>
    </>
  )
}

/** For a code of the app, or a recovery code where `hint` says so. */
export function CodeField({ error, hint }: { error: string | undefined; hint: string }) {
  return (
    <Field
      label="Code"
      name="code"
      required
      autoComplete="one-time-code"
      autoCapitalize="none"
      spellCheck={false}
      hint={hint}
      error={error}
    />
  )
}

function Key({ shown: { key, path, size } }: { shown: ShownKey }) {
  return (
    <>
      <p className="text-sm text-ink-2">
        Scan this picture with an authenticator app on your phone, or type the key below it into the
        app. Then enter the code that the app shows.
      </p>
      {/* Dark on white in the dark theme too: many apps read no other. */}
      <svg
        role="img"
        aria-label="QR code of the key below"
        viewBox={`0 0 ${size} ${size}`}
        shapeRendering="crispEdges"
        className="w-52 max-w-full"
      >
        <rect width={size} height={size} fill="#fff" />
        <path d={path} fill="#000" />
      </svg>
      <p className="font-mono text-sm wrap-anywhere">{key}</p>
    </>
  )
}

type CodesProps = { codes: readonly string[]; next: string; onShown: () => void }

function RecoveryCodes({ codes, next, onShown }: CodesProps) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the codes appear
  useEffect(onShown, [])
  return (
    <>
      <Notice kind="done" title="The second factor is on">
        <p>
          Keep these recovery codes where your phone is not, such as on paper. Each one stands in
          for the app once. They are shown only now.
        </p>
      </Notice>
      <ul className="grid gap-x-8 gap-y-1 font-mono text-sm sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <LinkButton href={next}>I have kept the codes</LinkButton>
    </>
  )
}
