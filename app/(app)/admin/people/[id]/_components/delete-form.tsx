'use client'

import { useState } from 'react'
import { ActionForm } from '@/app/_components/action-form'
import { Field } from '@/app/_components/field'
import { SelectField } from '@/app/_components/select-field'
import { SubmitButton } from '@/app/_components/submit-button'
import { errorOf, typedOr } from '@/app/_forms/form-state'
import {
  CERTIFICATE_CHOICES,
  type CertificateChoice,
  DELETION_MODES,
  type DeletionMode,
  deletionWords,
} from '@/lib/account/deletion'
import type { AccountState } from '@/lib/server/people/load-account'
import { remove } from '../actions'

const MODE_LABEL: Readonly<Record<DeletionMode, string>> = {
  anonymise: 'Keep the answers without a name',
  erase: 'Delete the answers as well',
}
const CERTIFICATE_LABEL: Readonly<Record<CertificateChoice, string>> = {
  keep: 'Keep them valid, with the name',
  revoke: 'Revoke them',
}

export function DeleteForm({ account }: { account: AccountState }) {
  const [mode, setMode] = useState<DeletionMode>('anonymise')
  const [certificates, setCertificates] = useState<CertificateChoice>('keep')
  const { holdings, isViewer } = account
  const words = deletionWords(account, holdings, { mode, certificates })
  return (
    <ActionForm action={remove}>
      {(state) => (
        <>
          <input type="hidden" name="person" value={account.userId} />
          <SelectField
            label="Answers"
            name="mode"
            value={mode}
            onChange={({ target }) => setMode(of(DELETION_MODES, target.value))}
          >
            {DELETION_MODES.map((each) => (
              <option key={each} value={each}>
                {MODE_LABEL[each]}
              </option>
            ))}
          </SelectField>
          {holdings.certificates === 0 ? (
            <input type="hidden" name="certificates" value={certificates} />
          ) : (
            <SelectField
              label="Certificates"
              name="certificates"
              value={certificates}
              onChange={({ target }) => setCertificates(of(CERTIFICATE_CHOICES, target.value))}
            >
              {CERTIFICATE_CHOICES.map((each) => (
                <option key={each} value={each}>
                  {CERTIFICATE_LABEL[each]}
                </option>
              ))}
            </SelectField>
          )}
          <ul aria-live="polite" className="list-disc space-y-1.5 pl-5 text-sm text-ink-2">
            {isViewer ? <li>This is your own account: you are signed out at once.</li> : null}
            {words.map((line) => (
              <li key={line} className="wrap-anywhere">
                {line}
              </li>
            ))}
          </ul>
          <Field
            label="Type the address of the account to delete it"
            name="typed"
            required
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            inputMode="email"
            defaultValue={typedOr(state, 'typed', '')}
            error={errorOf(state, 'typed')}
          />
          <SubmitButton kind="secondary" className="self-start">
            Delete this account
          </SubmitButton>
        </>
      )}
    </ActionForm>
  )
}

const of = <T extends string>(choices: readonly [T, ...T[]], value: string): T =>
  choices.find((choice) => choice === value) ?? choices[0]
