import { useId } from 'react'
import { controlClass } from '@/app/_components/control-class'
import { describedBy, FieldFrame } from '@/app/_components/field-frame'
import { ChevronDownIcon } from '@/app/_components/icons'

type Props<Value extends string> = {
  label: string
  hint?: string | undefined
  value: Value
  options: readonly (readonly [Value, string])[]
  disabled: boolean
  onChoose: (chosen: Value) => void
}

/**
 * A choice of how the list is read. It belongs to no form, since what it changes is sent in other
 * fields, and since a form that is reset after its action would show the first option again.
 */
export function RosterChoice<Value extends string>(props: Props<Value>) {
  const { label, hint, value, options, disabled, onChoose } = props
  const id = useId()
  return (
    <FieldFrame id={id} label={label} hint={hint}>
      <div className="relative">
        <select
          id={id}
          form="none"
          value={value}
          disabled={disabled}
          onChange={(event) => {
            const chosen = options.find(([option]) => option === event.target.value)
            if (chosen) onChoose(chosen[0])
          }}
          aria-describedby={describedBy(id, hint, undefined)}
          className={`${controlClass} cursor-pointer appearance-none bg-sheet pr-10`}
        >
          {options.map(([option, name]) => (
            <option key={option} value={option}>
              {name}
            </option>
          ))}
        </select>
        <ChevronDownIcon className="pointer-events-none absolute top-1/2 right-3 -translate-y-1/2 text-ink-2" />
      </div>
    </FieldFrame>
  )
}
