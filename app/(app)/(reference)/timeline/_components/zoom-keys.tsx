'use client'

import { type KeyboardEvent, type ReactNode, useRef } from 'react'

/** While the focus is on the timeline, `+` `-` `[` `]` `0` press the link with that key. */
export function ZoomKeys({ children }: { children: ReactNode }) {
  const group = useRef<HTMLFieldSetElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const key = event.key === '=' ? '+' : event.key
    const links = group.current?.querySelectorAll<HTMLAnchorElement>('a[data-key]') ?? []
    const link = [...links].find((one) => one.dataset.key === key)
    if (!link) return
    event.preventDefault()
    link.click()
  }
  return (
    <fieldset ref={group} onKeyDown={onKeyDown} className="min-w-0">
      <legend className="sr-only">Timeline</legend>
      {children}
    </fieldset>
  )
}
