import type { FieldProps } from '../kind-interface'
import { letterOf } from '../option-keys'
import { OptionRow } from '../option-row'

export const ChoiceField = ({ promptId, asked, answer, onChange }: FieldProps<'choice'>) => (
  <fieldset aria-labelledby={promptId}>
    {asked.options.map((option, index) => (
      <OptionRow
        key={option}
        letter={letterOf(index)}
        type="radio"
        name={promptId}
        checked={option === answer.option}
        onChange={() => onChange({ kind: 'choice', option })}
      >
        {option}
      </OptionRow>
    ))}
  </fieldset>
)
