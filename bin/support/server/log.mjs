import { formatWithOptions } from 'node:util'
import { UserError } from '../user-error.mjs'
import { redact, redactText } from './redact.mjs'

const levels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']

/** @typedef {import('pino').Logger} Logger */

/**
 * The log of the web server: JSON, one line for each request and event, where a program reads it, and plain
 * lines on a terminal. Whatever the application writes to the console goes the same way, so that nothing
 * is logged with a secret in it or without its request.
 *
 * @param {{ env: NodeJS.ProcessEnv, dev: boolean, isTerminal: boolean,
 *   requestId: () => string | undefined,
 *   write?: (line: string) => void }} options
 * @returns {Promise<Logger>}
 */
export async function openLog({ env, dev, isTerminal, requestId, write }) {
  const asked = env.STEPPE_LOG_LEVEL
  if (asked && !levels.includes(asked)) {
    throw new UserError(
      `STEPPE_LOG_LEVEL is "${asked}", which is no level. Nothing was started.\nSet it to one of these: ${levels.join(', ')}.`,
    )
  }
  const isPlain = dev || isTerminal
  const level = asked || (isPlain ? 'warn' : 'info')
  const { default: pino } = await import('pino')
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: {
      level: (/** @type {string} */ label) => ({ level: label }),
      log: (/** @type {object} */ entry) => Object(redact(entry)),
    },
    mixin: () => {
      const request = requestId()
      return request === undefined ? {} : { request }
    },
    hooks: {
      /** @param {Parameters<import('pino').LogFn>} args @param {import('pino').LogFn} method */
      logMethod(args, method) {
        const cleaned = args.map((each) => (typeof each === 'string' ? redactText(each) : each))
        Reflect.apply(method, this, cleaned)
      },
    },
  }
  const put = write ?? ((/** @type {string} */ line) => void process.stderr.write(line))
  return pino(options, { write: (line) => put(isPlain ? plain(line) : line) })
}

/**
 * Sends the console of this process to the log.
 *
 * @param {Logger} log
 */
export function takeConsole(log) {
  for (const [name, level] of /** @type {const} */ ([
    ['debug', 'debug'],
    ['log', 'info'],
    ['info', 'info'],
    ['warn', 'warn'],
    ['error', 'error'],
  ])) {
    console[name] = (/** @type {unknown[]} */ ...values) => {
      const error = values.find((value) => value instanceof Error)
      const text = formatWithOptions({ depth: 4 }, ...values.filter((value) => value !== error))
      if (error) log[level]({ err: error }, text || String(error))
      else log[level](text)
    }
  }
}

/**
 * For people: time, level, text, and what else there is.
 *
 * @param {string} line
 */
function plain(line) {
  /** @type {Record<string, unknown> & { time?: string, level?: string, msg?: string }} */
  const { time, level, msg, err, ...rest } = JSON.parse(line)
  const more = Object.entries(rest).map(([name, value]) => `${name}=${JSON.stringify(value)}`)
  const stack = Object(err).stack
  return `${[String(time).slice(11, 19), level, msg, ...more].join(' ')}\n${stack ? `${stack}\n` : ''}`
}
