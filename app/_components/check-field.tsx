import { type ComponentProps, type ReactNode, useId } from 'react'

type Props = Omit<ComponentProps<'input'>, 'id' | 'type'> & {
  label: ReactNode
  name: string
  hint?: ReactNode
}

/** A checkbox with its label beside it and a hint below. */
export function CheckField({ label, hint, ...input }: Props) {
  const id = useId()
  return (
    <div className="grid grid-cols-[auto_1fr] gap-x-3">
      <input
        id={id}
        type="checkbox"
        className="mt-1 size-5 cursor-pointer accent-accent"
        aria-describedby={hint ? `${id}-hint` : undefined}
        {...input}
      />
      <label htmlFor={id} className="cursor-pointer text-sm leading-7 font-semibold">
        {label}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="col-start-2 text-label text-ink-2">
          {hint}
        </p>
      ) : null}
    </div>
  )
}
