import { letterOf, OptionRow } from './option-row'

type Props = {
  promptId: string
  options: readonly string[]
  chosen: string | null
  onChange: (option: string) => void
}

export function ChoiceField({ promptId, options, chosen, onChange }: Props) {
  return (
    <fieldset aria-labelledby={promptId}>
      {options.map((option, index) => (
        <OptionRow
          key={option}
          letter={letterOf(index)}
          type="radio"
          name={promptId}
          checked={option === chosen}
          onChange={() => onChange(option)}
        >
          {option}
        </OptionRow>
      ))}
    </fieldset>
  )
}
