'use client'

import { type ReactNode, useEffect, useRef } from 'react'

/** What a page that was just asked for is about: it takes the focus, so that its reading begins there. */
export function FocusHere({ id, children }: { id: string; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    place.current?.focus({ preventScroll: true })
    place.current?.scrollIntoView({ block: 'center' })
  }, [])
  return (
    <div id={id} ref={place} tabIndex={-1} className="max-w-xl outline-none">
      {children}
    </div>
  )
}
