'use client'

import { lazy, Suspense, useEffect, useState } from 'react'
import { characterOf } from '@/lib/keyboard/key-press'
import { SearchIcon } from '../../_components/icons'

const SearchPalette = lazy(async () => ({
  default: (await import('./search-palette')).SearchPalette,
}))

/** Leads to the search page. With JavaScript it opens the palette in place, as Ctrl-K does. */
export function SearchLink() {
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return
      if (characterOf({ key: event.key, code: event.code, shift: false, altGraph: false }) !== 'k')
        return
      event.preventDefault()
      // A held key must not open and close it over and over, nor reach the browser's own shortcut.
      if (!event.repeat) setOpen((now) => !now)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  return (
    <>
      <a
        href="/search"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return
          event.preventDefault()
          setOpen(true)
        }}
        className="inline-flex min-h-11 items-center gap-2 px-1 text-sm text-ink-2 no-underline hover:text-ink"
      >
        <SearchIcon className="shrink-0" />
        <span className="max-sm:sr-only">Search</span>
        <span aria-hidden="true" className="hidden text-label lg:inline">
          Ctrl K
        </span>
      </a>
      <Suspense>{open ? <SearchPalette onClose={() => setOpen(false)} /> : null}</Suspense>
    </>
  )
}
