'use client'

import { useEffect } from 'react'

/** `+` `-` `[` `]` `0` press the link that names the key; never while somebody types or chooses. */
export function ZoomKeys() {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      const { target } = event
      if (
        target instanceof Element &&
        target.closest('input, select, textarea, dialog, [role=dialog], [popover]')
      )
        return
      const key = event.key === '=' ? '+' : event.key
      const links = document.querySelectorAll<HTMLAnchorElement>('a[data-key]')
      const link = [...links].find((one) => one.dataset.key === key)
      if (!link) return
      event.preventDefault()
      link.click()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  return (
    <p className="mt-1 text-label text-ink-2 max-lg:hidden">
      Keys: + and - zoom, [ and ] move, 0 shows all years.
    </p>
  )
}
