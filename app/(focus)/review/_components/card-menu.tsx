'use client'

import { useId, useRef } from 'react'
import { ChevronDownIcon } from '@/app/_components/icons'
import { ariaKey, type KeyAction, type KeyMap } from '@/lib/review/keys'

export type MenuItem = { readonly action: KeyAction; readonly label: string }

type Props = {
  items: readonly MenuItem[]
  keyMap: KeyMap
  onAction: (action: KeyAction) => void
}

/**
 * The card's other actions, for people who do not use the keys. It is the browser's own popover.
 */
export function CardMenu({ items, keyMap, onAction }: Props) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  return (
    <div className="relative">
      <button
        type="button"
        ref={button}
        popoverTarget={id}
        className="-my-1.5 -mr-2 inline-flex min-h-9 cursor-pointer items-center gap-1 px-2 text-sm text-ink-2 hover:text-ink"
      >
        More <ChevronDownIcon />
      </button>
      <div
        id={id}
        popover="auto"
        onBeforeToggle={(event) => placeUnder(button.current, event.currentTarget)}
        // Its height is known only once it is open.
        onToggle={(event) => placeUnder(button.current, event.currentTarget)}
        className="absolute inset-auto max-h-[calc(100dvh-1rem)] w-60 overflow-y-auto border border-rule-2 bg-sheet py-1 text-ink"
      >
        {items.map(({ action, label }) => (
          <button
            key={action}
            type="button"
            aria-keyshortcuts={ariaKey(keyMap[action])}
            className="flex min-h-11 w-full cursor-pointer items-center justify-between gap-4 px-4 text-left text-sm hover:bg-sunk focus-visible:-outline-offset-2"
            onClick={(event) => {
              event.currentTarget.closest<HTMLElement>('[popover]')?.hidePopover()
              onAction(action)
            }}
          >
            {label}
            {keyMap[action] === null ? null : (
              <span aria-hidden="true" className="text-ink-2">
                {keyMap[action]}
              </span>
            )}
          </button>
        ))}
      </div>
    </div>
  )
}

/** Between the menu and the edge of the window, in px. */
const EDGE = 8

/**
 * Elements in the top layer are not positioned relative to their button, so this function does it.
 * Where the window is too low for that, the menu covers the button.
 */
function placeUnder(button: HTMLElement | null, menu: HTMLElement): void {
  if (button === null) return
  const { bottom, right } = button.getBoundingClientRect()
  const lowest = Math.max(EDGE, innerHeight - menu.offsetHeight - EDGE)
  menu.style.top = `${Math.min(bottom, lowest) + window.scrollY}px`
  menu.style.right = `${document.documentElement.clientWidth - right}px`
}
