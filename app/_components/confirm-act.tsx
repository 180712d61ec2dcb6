'use client'

import { type ReactNode, useId, useRef } from 'react'
import type { FormAction } from '../_forms/form-state'
import { ActionForm } from './action-form'
import { Button } from './button'
import type { ButtonKind } from './button-class'
import { HiddenFields } from './hidden-fields'
import { SubmitButton } from './submit-button'

type Props = {
  action: FormAction
  /** The hidden inputs. */
  fields: Readonly<Record<string, string>>
  /** On the button that opens the dialog. `of` is for screen readers: which one of several it is. */
  label: string
  of?: string
  kind?: ButtonKind
  className?: string
  /** On the button that does it, as a verb with its object. */
  confirm: string
  title: string
  /** What will happen, in numbers. */
  children: ReactNode
}

/**
 * For an act without a way back: it says first what will happen. The dialog is the browser's own, which
 * keeps the focus inside, closes on Escape and, in newer browsers, opens without JavaScript too.
 */
export function ConfirmAct(props: Props) {
  const { action, fields, label, of, kind = 'danger', className, confirm, title, children } = props
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  return (
    <>
      <Button
        kind={kind}
        size="small"
        {...(className === undefined ? {} : { className })}
        aria-haspopup="dialog"
        {...{ command: 'show-modal', commandfor: id }}
        onClick={() => {
          if (!dialog.current?.open) dialog.current?.showModal()
        }}
      >
        {label}
        {of === undefined ? null : <span className="sr-only"> {of}</span>}
      </Button>
      <dialog
        ref={dialog}
        id={id}
        aria-labelledby={`${id}-title`}
        className="fixed inset-0 m-auto w-[min(30rem,calc(100vw-2rem))] border border-rule-2 bg-paper p-6 text-left text-base whitespace-normal text-ink backdrop:bg-black/50"
      >
        <h2 id={`${id}-title`} className="mb-3 text-xl">
          {title}
        </h2>
        <div className="mb-5 space-y-2 text-ink-2">{children}</div>
        <ActionForm action={action} onLeave={() => dialog.current?.close()}>
          {() => (
            <>
              <HiddenFields fields={fields} />
              <div className="flex flex-wrap gap-3">
                <Button
                  kind="secondary"
                  {...{ command: 'close', commandfor: id }}
                  onClick={() => dialog.current?.close()}
                >
                  Cancel
                </Button>
                <SubmitButton kind="danger">{confirm}</SubmitButton>
              </div>
            </>
          )}
        </ActionForm>
      </dialog>
    </>
  )
}
