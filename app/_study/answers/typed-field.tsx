import type { ComponentProps } from 'react'
import { classNames } from '@/app/_components/class-names'
import { controlClass } from '@/app/_components/control-class'

type Props = {
  promptId: string
  text: string
  onChange: (text: string) => void
}

/** No help from the browser: it would give the answer away, or spoil the spelling of names. */
const plain: ComponentProps<'input'> = {
  type: 'text',
  autoComplete: 'off',
  autoCorrect: 'off',
  autoCapitalize: 'none',
  spellCheck: false,
}

export function TextField({ promptId, text, onChange }: Props) {
  return (
    <input
      {...plain}
      data-first-field
      aria-labelledby={promptId}
      placeholder="Your answer"
      value={text}
      onChange={(event) => onChange(event.target.value)}
      className={controlClass}
    />
  )
}

export function NumberField({ promptId, text, onChange, unit }: Props & { unit: string }) {
  const unitId = `${promptId}-unit`
  return (
    <div className="flex items-center gap-3">
      <input
        {...plain}
        data-first-field
        inputMode="decimal"
        aria-labelledby={promptId}
        aria-describedby={unitId}
        value={text}
        onChange={(event) => onChange(event.target.value)}
        className={classNames(controlClass, 'max-w-48 text-right tabular-nums')}
      />
      <span id={unitId} className="text-ink-2">
        {unit}
      </span>
    </div>
  )
}

type GapProps = { label: string; text: string; onChange: (text: string) => void }

/** The gap of a cloze, in its sentence. */
export function GapField({ label, text, onChange }: GapProps) {
  return (
    <input
      {...plain}
      data-first-field
      aria-label={label}
      value={text}
      onChange={(event) => onChange(event.target.value)}
      className="mx-1 max-w-full border-b-2 border-accent bg-accent-wash px-2 py-0.5 font-serif font-normal"
      style={{ width: `${Math.max(10, text.length + 2)}ch` }}
    />
  )
}
