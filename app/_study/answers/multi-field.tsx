import { letterOf, OptionRow } from './option-row'
import { toggled } from './toggled'

type Props = {
  promptId: string
  options: readonly string[]
  chosen: readonly string[]
  onChange: (options: readonly string[]) => void
}

export function MultiField({ promptId, options, chosen, onChange }: Props) {
  const hint = `${promptId}-hint`
  return (
    <fieldset aria-labelledby={promptId} aria-describedby={hint}>
      <p id={hint} className="mb-2 text-sm text-ink-2">
        Select all that apply.
      </p>
      {options.map((option, index) => (
        <OptionRow
          key={option}
          letter={letterOf(index)}
          type="checkbox"
          checked={chosen.includes(option)}
          onChange={() => onChange(toggled(chosen, option))}
        >
          {option}
        </OptionRow>
      ))}
    </fieldset>
  )
}
