import type { FieldProps } from '../kind-interface'
import { typedInput } from '../typed-input'

/** The sentence with its gap to type in. */
export function ClozeField({ asked, answer, onChange }: FieldProps<'cloze'>) {
  const { before, after } = asked
  return (
    <>
      {before}
      <input
        {...typedInput}
        data-first-field
        aria-label={`Fill the gap: ${before} … ${after}`}
        value={answer.text}
        onChange={(event) => onChange({ kind: 'cloze', text: event.target.value })}
        className="mx-1 max-w-full border-b-2 border-accent bg-accent-wash px-2 py-0.5 font-serif font-normal"
        style={{ width: `${Math.max(10, answer.text.length + 2)}ch` }}
      />
      {after}
    </>
  )
}
