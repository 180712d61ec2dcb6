import { useId } from 'react'
import { controlClass } from '@/app/_components/control-class'
import type { FieldProps } from '../kind-interface'

/** A select for each item on the left: the browser's own works with every keyboard and reader. */
export function MatchField({ promptId, asked, answer, onChange }: FieldProps<'match'>) {
  const { pairs } = answer
  const id = useId()
  const choose = (left: string, right: string) => {
    const others = pairs.filter((pair) => pair.left !== left)
    onChange({ kind: 'match', pairs: right === '' ? others : [...others, { left, right }] })
  }
  return (
    <fieldset aria-labelledby={promptId}>
      <div className="border-b border-rule">
        {asked.lefts.map((left, index) => (
          <div
            key={left}
            className="grid items-center gap-x-5 gap-y-1.5 border-t border-rule py-3 sm:grid-cols-2"
          >
            <label htmlFor={`${id}-${index}`}>{left}</label>
            <select
              id={`${id}-${index}`}
              {...(index === 0 ? { 'data-first-field': true } : {})}
              value={pairs.find((pair) => pair.left === left)?.right ?? ''}
              onChange={(event) => choose(left, event.target.value)}
              className={controlClass}
            >
              <option value="">Choose …</option>
              {asked.rights.map((right) => (
                <option key={right} value={right}>
                  {right}
                </option>
              ))}
            </select>
          </div>
        ))}
      </div>
    </fieldset>
  )
}
