'use client'

import { ActionForm } from '@/app/_components/action-form'
import { Button } from '@/app/_components/button'
import { Field } from '@/app/_components/field'
import { Notice } from '@/app/_components/notice'
import { SubmitButton } from '@/app/_components/submit-button'
import { errorOf, typedOr } from '@/app/_forms/form-state'
import { KEY_WORDS, LAYOUT_WORDS } from '@/app/_study/session/key-words'
import { KEY_ACTIONS, type KeyMap, STANDARD_KEYS } from '@/lib/review/keys'
import { setKeys } from '../actions'

/** One field for each action. An empty field disables the shortcut. */
export function KeysForm({ now }: { now: KeyMap }) {
  return (
    <ActionForm action={setKeys} className="max-w-2xl">
      {(state) => (
        <>
          <p className="text-sm text-ink-2">
            One character each; leave a field empty for no shortcut. Space, Enter and Esc cannot be
            changed. Before an answer is shown, letters and digits choose options.
          </p>
          <p className="text-sm text-ink-2">
            {LAYOUT_WORDS} On a French keyboard, the hyphen counts only on the number pad.
          </p>
          <div className="grid gap-x-8 gap-y-5 sm:grid-cols-2">
            {KEY_ACTIONS.map((action) => (
              <Field
                // With this React key, saving shows the new value. Otherwise React keeps what was
                // typed.
                key={`${action} ${now[action]}`}
                label={KEY_WORDS[action]}
                name={action}
                maxLength={2}
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
                className="max-w-20 text-center font-semibold"
                defaultValue={typedOr(state, action, now[action] ?? '')}
                error={errorOf(state, action)}
                hint={
                  now[action] === STANDARD_KEYS[action] ? null : (
                    <>Default: {STANDARD_KEYS[action]}</>
                  )
                }
              />
            ))}
          </div>
          <div className="flex flex-wrap gap-3">
            <SubmitButton>Save</SubmitButton>
            <Button kind="quiet" type="submit" name="standard" value="yes" formNoValidate>
              Restore default shortcuts
            </Button>
          </div>
          {state.kind === 'done' ? <Notice kind="done">{state.value}</Notice> : null}
        </>
      )}
    </ActionForm>
  )
}
