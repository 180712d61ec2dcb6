/** A page that has stood for so long is no longer busy, and its prompts must work offline too. */
const QUIET_MS = 1500

export type Wanted = {
  /** Fulfilled when one of the watched places is wanted. */
  readonly moment: Promise<void>
  /** Returns what ends the watch. */
  readonly watch: (place: Element | null) => () => void
}

/**
 * Waits until a place is at most one screen away, a key is pressed, or the page has stood for a
 * moment. With keys, a prompt may be one step away wherever it stands.
 */
export function whenWanted(): Wanted {
  let resolve = () => {}
  const moment = new Promise<void>((done) => {
    resolve = done
  })
  return {
    moment,
    watch(place) {
      const timer = setTimeout(() => resolve(), QUIET_MS)
      const seen = new IntersectionObserver(
        (entries) => {
          if (entries.some(({ isIntersecting }) => isIntersecting)) resolve()
        },
        { rootMargin: '100% 0px' },
      )
      if (place !== null) seen.observe(place)
      const pressed = () => resolve()
      window.addEventListener('keydown', pressed, { once: true })
      return () => {
        clearTimeout(timer)
        window.removeEventListener('keydown', pressed)
        seen.disconnect()
      }
    },
  }
}
