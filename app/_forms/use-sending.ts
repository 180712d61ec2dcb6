'use client'

import {
  type FormEvent,
  type RefObject,
  startTransition,
  useEffect,
  useState,
  useTransition,
} from 'react'
import type { FormAction, FormState } from './form-state'
import { type FormFailure, sendForm } from './send-form'
import { useKeptForm } from './use-kept-form'

type Shown<Done> = {
  readonly state: FormState<Done>
  readonly failure: FormFailure | null
  /** The form has fields that a person fills in. */
  readonly hasFields: boolean
  /** Counts the attempts, so that each message is new to a screen reader. */
  readonly attempt: number
}

type Sending<Done> = Shown<Done> & {
  readonly pending: boolean
  readonly cameBack: boolean
  readonly send: (event: FormEvent<HTMLFormElement>) => void
  /** Loads the page of the build that the server runs now, and keeps what was typed. */
  readonly reload: () => void
}

type Input<Done> = {
  form: RefObject<HTMLFormElement | null>
  action: FormAction<Done>
  answered: FormState<Done>
  onLeave: (() => void) | undefined
}

/**
 * Sends a form from the browser. When this fails, the form stays exactly as it is. `answered`: the
 * state in which an action without JavaScript left it.
 */
export function useSending<Done>({ form, action, answered, onLeave }: Input<Done>): Sending<Done> {
  const [shown, setShown] = useState<Shown<Done>>({
    state: answered,
    failure: null,
    hasFields: false,
    attempt: 0,
  })
  const [pending, startSending] = useTransition()
  const { cameBack, keep, drop } = useKeptForm(form)
  const { state, failure, attempt } = shown

  useEffect(() => {
    // People reload by themselves when something has failed.
    if (failure === null && !cameBack) return
    window.addEventListener('pagehide', keep)
    return () => window.removeEventListener('pagehide', keep)
  }, [failure, cameBack, keep])

  const leave = (target: string | null) => {
    // The sign-in session has ended. After signing in again, the page is the same.
    if (target?.startsWith('/sign-in?')) keep()
    else drop()
    onLeave?.()
  }
  return {
    ...shown,
    pending,
    cameBack,
    send(event) {
      event.preventDefault()
      if (pending) return
      const { currentTarget, nativeEvent } = event
      const submitter = nativeEvent instanceof SubmitEvent ? nativeEvent.submitter : null
      const data = new FormData(currentTarget, submitter)
      const hasFields = currentTarget.querySelector(FIELDS) !== null
      startSending(async () => {
        const sent = await sendForm(action, state, data, () => navigator.onLine, leave)
        startTransition(() =>
          setShown({ ...shownAfter(sent, state, data), hasFields, attempt: attempt + 1 }),
        )
        if (sent.kind === 'answered' && sent.state.kind === 'done') drop()
      })
    },
    reload() {
      keep()
      window.location.reload()
    },
  }
}

const FIELDS = 'input:not([type=hidden]), textarea, select'

type Outcome<Done> = Pick<Shown<Done>, 'state' | 'failure'>

function shownAfter<Done>(
  sent: Awaited<ReturnType<typeof sendForm<Done>>>,
  before: FormState<Done>,
  data: FormData,
): Outcome<Done> {
  if (sent.kind === 'answered') return { state: sent.state, failure: null }
  const { failure } = sent
  const file = failure.kind === 'too-large' ? nameOfFile(data) : null
  if (file === null) return { state: before, failure }
  const fields = {
    [file]: 'This file is too long. The limit is 1 MB: divide it into several files.',
  }
  return { state: { kind: 'refused', message: null, fields, typed: textsIn(data) }, failure: null }
}

/** The name of the input whose file makes the form so large. */
function nameOfFile(data: FormData): string | null {
  const [largest] = [...data]
    .flatMap(([name, value]) => (typeof value === 'string' ? [] : [{ name, size: value.size }]))
    .sort((a, b) => b.size - a.size)
  return largest !== undefined && largest.size > 0 ? largest.name : null
}

const textsIn = (data: FormData): Record<string, string> =>
  Object.fromEntries(
    [...data].flatMap(([name, value]) =>
      typeof value === 'string' && !/password/i.test(name) ? [[name, value] as const] : [],
    ),
  )
