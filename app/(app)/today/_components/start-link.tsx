'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import { ArrowRightIcon } from '@/app/_components/icons'
import { LinkButton } from '@/app/_components/link-button'

/**
 * Has the focus when the page opens. Space follows the link, as Space also moves on during a
 * review.
 */
export function StartLink({ href, children }: { href: string; children: ReactNode }) {
  const link = useRef<HTMLAnchorElement>(null)
  useEffect(() => link.current?.focus({ preventScroll: true }), [])
  return (
    <LinkButton
      ref={link}
      href={href}
      className="min-w-44 py-3 text-lg"
      onKeyDown={(event) => {
        if (event.key !== ' ') return
        event.preventDefault()
        event.currentTarget.click()
      }}
    >
      {children}
      <ArrowRightIcon />
    </LinkButton>
  )
}
