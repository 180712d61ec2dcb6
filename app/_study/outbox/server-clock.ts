/** The server's time as this browser reckons it. */
export type ServerClock = {
  /** ms. Never goes back between two corrections, so that things keep the order in which they were done. */
  readonly now: () => number
  /** The server has said its time (ms), at most `ageMs` ago: put right what is off by more. */
  readonly correct: (serverNow: number, ageMs: number) => void
  /** The server's time less this browser's clock, ms: holds as long as nobody sets the clock. */
  readonly offsetMs: () => number
}

/** This browser's clock, and one that nobody can set but that may stand still while the machine sleeps (ms). */
export type Clocks = { readonly wall: () => number; readonly steady: () => number }

const SLACK_MS = 2000

/**
 * Starts at `serverNow`. A clock set back is caught by the steady one. A clock set forward looks
 * like a machine that slept; it is believed until the server says otherwise, and the server takes
 * no instant later than its own.
 */
export function serverClock(serverNow: number, { wall, steady }: Clocks): ServerClock {
  let base = { server: serverNow, wall: wall(), steady: steady() }
  let last = serverNow
  const reckon = () => base.server + Math.max(wall() - base.wall, steady() - base.steady)
  return {
    now() {
      last = Math.max(last + 1, Math.round(reckon()))
      return last
    },
    correct(said, ageMs) {
      const reckoned = reckon()
      if (reckoned >= said - SLACK_MS && reckoned <= said + ageMs + SLACK_MS) return
      base = { server: said + ageMs / 2, wall: wall(), steady: steady() }
      last = Math.round(base.server)
    },
    offsetMs: () => Math.round(reckon()) - wall(),
  }
}

export const browserClocks: Clocks = { wall: () => Date.now(), steady: () => performance.now() }
