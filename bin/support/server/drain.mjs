import { answerUnavailable } from './unavailable-answer.mjs'

const words = {
  title: 'Steppe is being stopped',
  text: 'The server is about to stop or to start again, and takes no new requests. This usually takes less than a minute.',
}

/** After the last request, what clients had already sent is still refused with words, and not cut off. */
const quietMs = 150

/**
 * Lets the requests of a server end before it does. Once it drains, new ones are answered with 503, so
 * that whoever sent one knows that it was not done.
 *
 * @param {import('node:http').Server} server
 * @param {{ graceMs: number, onEnd: (cutOff: number) => void }} options `onEnd`: nothing runs any more,
 *   or so many requests ran longer than `graceMs` and were cut off
 */
export function createDrain(server, { graceMs, onEnd }) {
  /** @type {Set<import('node:http').ServerResponse>} */
  const running = new Set()
  let draining = false
  /** @type {NodeJS.Timeout | undefined} */
  let quiet

  const close = () => {
    server.close()
    onEnd(running.size)
  }
  const whenQuiet = () => {
    if (draining && running.size === 0) quiet ??= setTimeout(close, quietMs)
  }

  return {
    /**
     * Counts a request until its answer is sent. Answers it, and returns false, if it came too late.
     *
     * @param {import('node:http').IncomingMessage} request
     * @param {import('node:http').ServerResponse} response
     */
    admit(request, response) {
      if (draining) {
        answerUnavailable(request, response, words)
        clearTimeout(quiet)
        quiet = undefined
        whenQuiet()
        return false
      }
      running.add(response)
      response.once('close', () => {
        running.delete(response)
        whenQuiet()
      })
      return true
    },
    start() {
      if (draining) return
      draining = true
      // A client that keeps its connection learns that this is the last answer on it.
      for (const response of running) response.shouldKeepAlive = false
      setTimeout(close, graceMs).unref()
      whenQuiet()
    },
  }
}
