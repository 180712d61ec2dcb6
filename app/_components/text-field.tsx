import { type ComponentProps, type ReactNode, useId } from 'react'
import { classNames } from './class-names'
import { controlClass } from './control-class'
import { describedBy, FieldFrame } from './field-frame'

type Props = Omit<ComponentProps<'textarea'>, 'id'> & {
  label: ReactNode
  name: string
  hint?: ReactNode
  error?: string | undefined
}

/** An input of several lines with its label, hint and error. */
export function TextField({ label, hint, error, className, ...input }: Props) {
  const id = useId()
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <textarea
        id={id}
        className={classNames(controlClass, 'bg-sheet py-2', className)}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
        {...input}
      />
    </FieldFrame>
  )
}
