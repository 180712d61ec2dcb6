'use client'

import { type ReactNode, useActionState, useEffect, useLayoutEffect, useRef } from 'react'
import { failureWords } from '../_forms/failure-words'
import { type FormAction, type FormState, untouched } from '../_forms/form-state'
import { useSending } from '../_forms/use-sending'
import { Button } from './button'
import { classNames } from './class-names'
import { Notice } from './notice'

type Props<Done> = {
  action: FormAction<Done>
  /** The inputs; as a function, for the state in which the last action left the form. */
  children: ReactNode | ((state: FormState<Done>, pending: boolean) => ReactNode)
  className?: string
  /** Called when the action has worked and leads to another page. */
  onLeave?: () => void
}

/**
 * A form for a server action, which also works without JavaScript. After a refusal, the first wrong
 * input gets the focus. When sending fails, the form stays as it is and says why.
 */
export function ActionForm<Done>({ action, children, className, onLeave }: Props<Done>) {
  // Without JavaScript, the browser sends the form itself and React fills in the answer.
  const [answered, submit] = useActionState<FormState<Done>, FormData>(action, untouched)
  const form = useRef<HTMLFormElement>(null)
  const sending = useSending({ form, action, answered, onLeave })
  const { state, failure, hasFields, attempt, pending } = sending
  useEffect(() => {
    if (state.kind !== 'refused') return
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [state])
  useLayoutEffect(() => {
    if (state.kind === 'done') form.current?.reset()
  }, [state])
  return (
    <form
      ref={form}
      action={submit}
      onSubmit={sending.send}
      aria-busy={pending}
      className={classNames('flex flex-col gap-5', className)}
    >
      {failure === null ? null : (
        <FailureNotice
          key={attempt}
          words={failureWords(failure, hasFields)}
          onReload={failure.kind === 'outdated' ? sending.reload : null}
        />
      )}
      {sending.cameBack && failure === null && state.kind === 'untouched' ? (
        <Notice title="What you typed is back">
          <p>It is not saved yet. Check it, then send it again.</p>
        </Notice>
      ) : null}
      {failure === null && state.kind === 'refused' && state.message ? (
        <Notice kind="error">{state.message}</Notice>
      ) : null}
      {typeof children === 'function' ? children(state, pending) : children}
    </form>
  )
}

type FailureNoticeProps = {
  words: { readonly title: string; readonly text: string }
  onReload: (() => void) | null
}

function FailureNotice({ words, onReload }: FailureNoticeProps) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // The button of a long form may be far below. Newer browsers return a promise here, which React
    // would take for a function that cleans up.
    void place.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <div ref={place}>
      <Notice kind="error" title={words.title}>
        <p>{words.text}</p>
        {onReload === null ? null : (
          <Button kind="secondary" size="small" className="mt-2" onClick={onReload}>
            Reload the page
          </Button>
        )}
      </Notice>
    </div>
  )
}
