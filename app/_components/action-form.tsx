'use client'

import { type ReactNode, useActionState, useEffect, useRef } from 'react'
import { type FormAction, type FormState, untouched } from '../_forms/form-state'
import { classNames } from './class-names'
import { Notice } from './notice'

type Props<Done> = {
  action: FormAction<Done>
  /** The inputs, for the state in which the last action left the form. */
  children: (state: FormState<Done>, pending: boolean) => ReactNode
  className?: string
}

/**
 * A form for a server action, which also works without JavaScript. After a refusal, the first wrong
 * input gets the focus.
 */
export function ActionForm<Done>({ action, children, className }: Props<Done>) {
  const [state, submit, pending] = useActionState<FormState<Done>, FormData>(action, untouched)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (state.kind !== 'refused') return
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [state])
  return (
    <form
      ref={form}
      action={submit}
      aria-busy={pending}
      className={classNames('flex flex-col gap-5', className)}
    >
      {state.kind === 'refused' && state.message ? (
        <Notice kind="error">{state.message}</Notice>
      ) : null}
      {children(state, pending)}
    </form>
  )
}
