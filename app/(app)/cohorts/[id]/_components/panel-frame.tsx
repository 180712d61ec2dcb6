'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useEffect, useRef } from 'react'
import { CrossIcon } from '@/app/_components/icons'
import { Link } from '@/app/_components/link'

type Props = { userId: string; name: string; hrefOfClosed: string; children: ReactNode }

/**
 * The frame of what is shown of an analyst beside the matrix. It takes the focus when it opens, closes
 * on Escape, and gives the focus back to the name. Without JavaScript its cross is a link as well.
 */
export function PanelFrame({ userId, name, hrefOfClosed, children }: Props) {
  const router = useRouter()
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    title.current?.focus({ preventScroll: true })
    title.current?.scrollIntoView({ block: 'nearest' })
    return () => document.getElementById(`who-${userId}`)?.focus({ preventScroll: true })
  }, [userId])
  return (
    <aside
      id="analyst"
      aria-labelledby="analyst-name"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        router.push(hrefOfClosed, { scroll: false })
      }}
      className="mb-6 scroll-mt-4 border border-rule-2 bg-sheet p-5 lg:sticky lg:top-4 lg:order-last lg:mb-0 lg:max-h-[calc(100dvh-2rem)] lg:overflow-y-auto"
    >
      <div className="flex items-start justify-between gap-3">
        <h3
          id="analyst-name"
          ref={title}
          tabIndex={-1}
          className="min-w-0 font-serif text-lg font-semibold wrap-anywhere"
        >
          {name}
        </h3>
        <Link
          href={hrefOfClosed}
          scroll={false}
          aria-label={`Close what is shown of ${name}`}
          className="-mt-1 -mr-2 flex size-9 shrink-0 items-center justify-center rounded-md text-ink-2 hover:bg-sunk hover:text-ink"
        >
          <CrossIcon />
        </Link>
      </div>
      {children}
    </aside>
  )
}
