import type { ReactNode } from 'react'
import { WarningIcon } from './icons'

type Props = {
  id: string
  label: ReactNode
  hint?: ReactNode
  error?: string | undefined
  children: ReactNode
}

/** The ids that a control inside a FieldFrame must name in aria-describedby. */
export function describedBy(id: string, hint: ReactNode, error: string | undefined) {
  const ids = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return ids === '' ? undefined : ids
}

/** A label above the control, then the hint, then the error. */
export function FieldFrame({ id, label, hint, error, children }: Props) {
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="text-sm font-semibold">
        {label}
      </label>
      {children}
      {hint ? (
        <p id={`${id}-hint`} className="text-label text-ink-2">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className="flex gap-1.5 text-label font-semibold text-again">
          <WarningIcon className="mt-0.5 shrink-0" />
          {error}
        </p>
      ) : null}
    </div>
  )
}
