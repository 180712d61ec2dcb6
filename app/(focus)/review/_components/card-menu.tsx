'use client'

import { type ComponentProps, Suspense, useId, useRef, useState } from 'react'
import { ChevronDownIcon } from '@/app/_components/icons'
import { later } from '@/app/_study/later'
import type { CardMenuItems } from './card-menu-items'

type Props = ComponentProps<typeof CardMenuItems>

export const cardMenuItems = later(async () => (await import('./card-menu-items')).CardMenuItems)

/**
 * The card's other actions, for people who do not use the keys. It is the browser's own popover.
 */
export function CardMenu(props: Props) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  // Each card has a menu and hardly any is opened, so its items come with the first opening.
  const [wanted, setWanted] = useState(false)
  return (
    <div className="relative">
      <button type="button" ref={button} popoverTarget={id} className="card-menu-button">
        More <ChevronDownIcon />
      </button>
      <div
        id={id}
        popover="auto"
        onBeforeToggle={(event) => {
          if (event.newState === 'open') setWanted(true)
          placeUnder(button.current, event.currentTarget)
        }}
        // Its height is known only once it is open.
        onToggle={(event) => placeUnder(button.current, event.currentTarget)}
        className="card-menu"
      >
        {wanted ? (
          <Suspense>
            <cardMenuItems.Part {...props} />
          </Suspense>
        ) : null}
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
