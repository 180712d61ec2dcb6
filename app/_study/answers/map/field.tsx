'use client'

import type { EntityId } from '@/lib/kernel/ids'
import type { FieldProps } from '../kind-interface'
import { toggled } from '../toggled'
import { RegionPicture } from './region-picture'

/** The list of boxes is the answer; the map beside it mirrors it and can be clicked. */
export function MapField({ promptId, asked, answer, onChange }: FieldProps<'map'>) {
  const { states: chosen } = answer
  const named = asked.states.toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
  const toggle = (id: EntityId) => onChange({ kind: 'map', states: toggled(chosen, id) })
  return (
    <div className="grid gap-5 md:grid-cols-[minmax(0,1fr)_12rem]">
      <RegionPicture
        states={asked.states}
        lookOf={(id) => (chosen.includes(id) ? 'picked' : 'offered')}
        onPick={toggle}
      />
      <fieldset aria-labelledby={promptId}>
        <p className="mb-1 text-sm text-ink-2" aria-live="polite">
          {chosen.length} selected
        </p>
        <div className="grid grid-cols-2 gap-x-3 md:grid-cols-1">
          {named.map(({ id, name }) => (
            <label
              key={id}
              className="flex min-h-9 cursor-pointer items-center gap-2.5 px-1 py-1 text-sm hover:bg-sunk has-checked:font-semibold has-focus-visible:outline-2 has-focus-visible:outline-accent"
            >
              <input
                type="checkbox"
                checked={chosen.includes(id)}
                onChange={() => toggle(id)}
                className="size-4 outline-none"
              />
              {name}
            </label>
          ))}
        </div>
      </fieldset>
    </div>
  )
}
