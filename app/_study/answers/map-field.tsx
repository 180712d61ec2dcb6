'use client'

import type { EntityId } from '@/lib/kernel/ids'
import { RegionPicture } from './region-picture'
import type { StateNames } from './state-names'
import { toggled } from './toggled'

type Props = {
  promptId: string
  candidates: readonly EntityId[]
  chosen: readonly EntityId[]
  onChange: (states: readonly EntityId[]) => void
  stateNames: StateNames
}

/** The list of boxes is the answer; the map beside it mirrors it and can be clicked. */
export function MapField({ promptId, candidates, chosen, onChange, stateNames }: Props) {
  const named = candidates
    .map((state) => ({ state, name: stateNames[state]?.name ?? state }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'))
  return (
    <div className="grid gap-5 md:grid-cols-[minmax(0,1fr)_12rem]">
      <RegionPicture
        stateNames={stateNames}
        looks={new Map(candidates.map((s) => [s, chosen.includes(s) ? 'picked' : 'offered']))}
        onPick={(state) => onChange(toggled(chosen, state))}
      />
      <fieldset aria-labelledby={promptId}>
        <p className="mb-1 text-sm text-ink-2" aria-live="polite">
          {chosen.length} selected
        </p>
        <div className="grid grid-cols-2 gap-x-3 md:grid-cols-1">
          {named.map(({ state, name }) => (
            <label
              key={state}
              className="flex min-h-9 cursor-pointer items-center gap-2.5 px-1 py-1 text-sm hover:bg-sunk has-checked:font-semibold has-focus-visible:outline-2 has-focus-visible:outline-accent"
            >
              <input
                type="checkbox"
                checked={chosen.includes(state)}
                onChange={() => onChange(toggled(chosen, state))}
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
