import { type ComponentProps, type ReactNode, useId } from 'react'
import { classNames } from './class-names'
import { controlClass } from './control-class'
import { describedBy, FieldFrame } from './field-frame'

type Props = Omit<ComponentProps<'input'>, 'id'> & {
  label: ReactNode
  name: string
  hint?: ReactNode
  error?: string | undefined
}

/** A single-line input with its label, hint and error. */
export function Field({ label, hint, error, className, ...input }: Props) {
  const id = useId()
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <input
        id={id}
        className={classNames(controlClass, input.readOnly ? 'bg-sunk' : 'bg-sheet', className)}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
        {...input}
      />
    </FieldFrame>
  )
}
