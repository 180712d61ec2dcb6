import { debuglog } from 'node:util'

const tell = debuglog('steppe-start')

/**
 * Does a part of a start. With NODE_DEBUG=steppe-start it also says how long that took, for whoever asks
 * what a start waits for.
 *
 * @template T
 * @param {string} name
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function part(name, work) {
  const began = performance.now()
  try {
    return await work()
  } finally {
    tell('%s %d ms', name, Math.round(performance.now() - began))
  }
}
