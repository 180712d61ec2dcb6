import { controlClass } from '@/app/_components/control-class'
import type { FieldProps } from '../kind-interface'
import { typedInput } from '../typed-input'

export const TextField = ({ promptId, answer, onChange }: FieldProps<'text'>) => (
  <input
    {...typedInput}
    data-first-field
    aria-labelledby={promptId}
    placeholder="Your answer"
    value={answer.text}
    onChange={(event) => onChange({ kind: 'text', text: event.target.value })}
    className={controlClass}
  />
)
