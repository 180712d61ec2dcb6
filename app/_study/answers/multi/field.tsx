import type { FieldProps } from '../kind-interface'
import { letterOf } from '../option-keys'
import { OptionRow } from '../option-row'
import { toggled } from '../toggled'

export function MultiField({ promptId, asked, answer, onChange }: FieldProps<'multi'>) {
  const hint = `${promptId}-hint`
  return (
    <fieldset aria-labelledby={promptId} aria-describedby={hint}>
      <p id={hint} className="mb-2 text-sm text-ink-2">
        Select all that apply.
      </p>
      {asked.options.map((option, index) => (
        <OptionRow
          key={option}
          letter={letterOf(index)}
          type="checkbox"
          checked={answer.options.includes(option)}
          onChange={() => onChange({ kind: 'multi', options: toggled(answer.options, option) })}
        >
          {option}
        </OptionRow>
      ))}
    </fieldset>
  )
}
