/** The server's time as this browser reckons it: its own clock plus the offset measured at load. */
export type ServerClock = { readonly now: () => number }

/** `now` (ms) never goes back, so that things keep the order in which they were done. */
export function serverClock(serverNow: number): ServerClock {
  const offset = serverNow - Date.now()
  let last = serverNow
  return {
    now() {
      last = Math.max(last + 1, Date.now() + offset)
      return last
    },
  }
}
