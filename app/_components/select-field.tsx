import { type ComponentProps, type ReactNode, useId } from 'react'
import { classNames } from './class-names'
import { controlClass } from './control-class'
import { describedBy, FieldFrame } from './field-frame'
import { ChevronDownIcon } from './icons'

type Props = Omit<ComponentProps<'select'>, 'id' | 'defaultValue'> & {
  label: ReactNode
  name: string
  /** Or `value` with `onChange`, for a choice that changes the page at once. */
  defaultValue?: string
  hint?: ReactNode
  error?: string | undefined
}

/** The browser's own select, which works on every phone and with every keyboard. */
export function SelectField({ label, hint, error, className, children, ...select }: Props) {
  const id = useId()
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <div className="relative">
        {/* React resets a form after its action, but it does not set a select to a new default. This key does. */}
        <select
          key={select.defaultValue}
          id={id}
          className={classNames(
            controlClass,
            'cursor-pointer appearance-none bg-sheet pr-10',
            className,
          )}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(id, hint, error)}
          {...select}
        >
          {children}
        </select>
        <ChevronDownIcon className="pointer-events-none absolute top-1/2 right-3 -translate-y-1/2 text-ink-2" />
      </div>
    </FieldFrame>
  )
}
