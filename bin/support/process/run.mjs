import { spawn } from 'node:child_process'
import { constants } from 'node:os'

/** @type {NodeJS.Signals[]} */
const forwarded = ['SIGINT', 'SIGTERM', 'SIGHUP']

/**
 * Runs a command to its end with the terminal's own input and output. A signal sent to us reaches
 * it too, and we outlive it, so that the caller can still clean up.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, capture?: boolean | 'all' }} [options] `capture` keeps what
 *   it prints, with 'all' its error output too, instead of showing it
 * @returns {Promise<{ code: number, stdout: string }>} 128 + n for a command ended by signal n
 */
export function run(command, args, { cwd, env, capture = false } = {}) {
  const output = capture ? 'pipe' : 'inherit'
  const errors = capture === 'all' ? 'pipe' : 'inherit'
  const child = spawn(command, args, { cwd, env, stdio: ['inherit', output, errors] })
  const forward = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal)
  for (const signal of forwarded) process.on(signal, forward)
  let stdout = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      stdout += text
    })
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => {
      resolve({ code: code ?? 128 + (signal ? constants.signals[signal] : 0), stdout })
    })
  }).finally(() => {
    for (const signal of forwarded) process.off(signal, forward)
  })
}
