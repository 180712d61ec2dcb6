const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']

/**
 * A terminal and npm may both pass on one Ctrl-C: only what comes later than this (ms) is a second one.
 */
const oneSignalMs = 500

/** Thrown through a start that was told to stop; nothing went wrong. */
export class Stopped extends Error {}

/**
 * From now on signals end nothing by themselves: they are noted, so that whatever was started can
 * be stopped in order. A failure nobody caught counts as one, and keeps its error.
 */
export function listenForStop() {
  let requested = false
  /** @type {(end: { error?: unknown }) => void} */
  let settle = () => {}
  /** @type {Promise<{ error?: unknown }>} */
  const ended = new Promise((resolve) => {
    settle = resolve
  })
  let firstAt = 0
  let onSecond = () => {}
  const onSignal = () => {
    if (requested && performance.now() - firstAt > oneSignalMs) onSecond()
    if (!requested) firstAt = performance.now()
    requested = true
    settle({})
  }
  const onError = (/** @type {unknown} */ error) => settle({ error })
  for (const signal of signals) process.on(signal, onSignal)
  const watch = watchParent(() => {
    if (!requested) onSignal()
  })
  process.on('uncaughtException', onError)
  return {
    ended,
    fail: onError,
    isRequested: () => requested,
    /** What a second signal does: whoever sends one waits for nothing any more. */
    second: (/** @type {() => void} */ work) => {
      onSecond = work
    },
    /** Call between two steps of a start. */
    check: () => {
      if (requested) throw new Stopped()
    },
    off: () => {
      clearInterval(watch)
      for (const signal of signals) process.off(signal, onSignal)
      process.off('uncaughtException', onError)
    },
  }
}

/**
 * A SIGTERM to npm ends npm and the shell between it and us, and never gets here: under npm, the
 * end of our parent means stop.
 *
 * @param {() => void} onGone
 */
function watchParent(onGone) {
  if (!process.env.npm_lifecycle_event) return undefined
  const parent = process.ppid
  const look = () => {
    if (process.ppid !== parent) onGone()
  }
  return setInterval(look, 100).unref()
}
