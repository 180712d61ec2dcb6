import { classNames } from '@/app/_components/class-names'
import { controlClass } from '@/app/_components/control-class'
import type { FieldProps } from '../kind-interface'
import { typedInput } from '../typed-input'

export function NumberField({ promptId, asked, answer, onChange }: FieldProps<'number'>) {
  const unitId = `${promptId}-unit`
  return (
    <div className="flex items-center gap-3">
      <input
        {...typedInput}
        data-first-field
        inputMode="decimal"
        aria-labelledby={promptId}
        aria-describedby={unitId}
        value={answer.text}
        onChange={(event) => onChange({ kind: 'number', text: event.target.value })}
        className={classNames(controlClass, 'max-w-48 text-right tabular-nums')}
      />
      <span id={unitId} className="text-ink-2">
        {asked.unit}
      </span>
    </div>
  )
}
