'use client'

import type { ReactNode } from 'react'

type Props = { id: string; className: string; children: ReactNode }

/** A popover that closes when one of its links is followed: the page around it stays. */
export function ClosingPopover({ id, className, children }: Props) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a link that is followed by a key is clicked too
    // biome-ignore lint/a11y/noStaticElementInteractions: the links within are what one acts on
    <div
      id={id}
      popover="auto"
      className={className}
      onClick={(event) => {
        if (event.target instanceof Element && event.target.closest('a')) {
          event.currentTarget.hidePopover()
        }
      }}
    >
      {children}
    </div>
  )
}
