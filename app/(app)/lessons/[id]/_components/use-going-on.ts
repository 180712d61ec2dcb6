import { type RefObject, useEffect, useRef } from 'react'

/**
 * Calls `goOn` when the reader presses a link or a button outside of `place`, or leaves the page. Null:
 * there is nothing to do then.
 */
export function useGoingOn(place: RefObject<HTMLElement | null>, goOn: (() => void) | null): void {
  const latest = useRef(goOn)
  useEffect(() => {
    latest.current = goOn
  })
  const isWaiting = goOn !== null
  useEffect(() => {
    if (!isWaiting) return
    const leave = () => latest.current?.()
    const onClick = ({ target }: MouseEvent) => {
      const pressed = target instanceof Element ? target.closest('a, button') : null
      if (pressed !== null && !place.current?.contains(pressed)) leave()
    }
    window.addEventListener('click', onClick, { capture: true })
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('click', onClick, { capture: true })
      window.removeEventListener('pagehide', leave)
    }
  }, [isWaiting, place])
  // Also when a key, or the browser's own button, leads to another page.
  useEffect(() => () => latest.current?.(), [])
}
