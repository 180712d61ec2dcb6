/** The server's time, as estimated by this browser. */
export type ServerClock = {
  /** In ms. Never goes back between two corrections, so that actions keep their order. */
  readonly now: () => number
  /**
   * Corrects the clock if it is off. `serverNow` is the server's time (ms), which is at most
   * `ageMs` old.
   */
  readonly correct: (serverNow: number, ageMs: number) => void
  /**
   * The server's time minus this browser's clock, in ms. Valid as long as nobody sets the clock.
   */
  readonly offsetMs: () => number
}

/**
 * `wall` is this browser's clock. `steady` cannot be set, but may stop while the machine sleeps.
 * Both are in ms.
 */
export type Clocks = { readonly wall: () => number; readonly steady: () => number }

const SLACK_MS = 2000

/**
 * Starts at `serverNow`. The steady clock shows when the wall clock was set back. A wall clock that
 * was set forward looks like a machine that slept; it is believed until the server gives its time,
 * and the server accepts no instant later than its own.
 */
export function serverClock(serverNow: number, { wall, steady }: Clocks): ServerClock {
  let base = { server: serverNow, wall: wall(), steady: steady() }
  let last = serverNow
  const estimate = () => base.server + Math.max(wall() - base.wall, steady() - base.steady)
  return {
    now() {
      last = Math.max(last + 1, Math.round(estimate()))
      return last
    },
    correct(said, ageMs) {
      const estimated = estimate()
      if (estimated >= said - SLACK_MS && estimated <= said + ageMs + SLACK_MS) return
      base = { server: said + ageMs / 2, wall: wall(), steady: steady() }
      last = Math.round(base.server)
    },
    offsetMs: () => Math.round(estimate()) - wall(),
  }
}

export const browserClocks: Clocks = { wall: () => Date.now(), steady: () => performance.now() }
