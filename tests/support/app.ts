import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { freePort } from '../../bin/support/process/port.mjs'

const program = (name: string) => fileURLToPath(new URL(`../../bin/${name}.mjs`, import.meta.url))

export type RunningApp = {
  readonly url: string
  /** The process of `npm start` itself; the server and the database are others below it. */
  readonly pid: number
  /** The one-time link for the first administrator; null when there is one. */
  readonly setupUrl: string | null
  /** Everything it printed so far. */
  readonly output: () => string
  /** As Ctrl-C does; resolves with the exit code when it has ended. */
  readonly stop: () => Promise<number | null>
  /** As a power cut of the process alone: nothing is cleaned up. */
  readonly kill: () => Promise<void>
}

/** Runs the real `npm start` program on a data directory and waits until it is ready. */
export async function startApp(options: {
  readonly dataDir: string
  readonly port?: number
  readonly env?: Readonly<Record<string, string>>
  readonly program?: 'start' | 'demo'
  readonly args?: readonly string[]
  /** The Node that runs it, if it is not ours. */
  readonly node?: string
}): Promise<RunningApp> {
  const port = options.port ?? (await freePort())
  const child = spawn(
    options.node ?? process.execPath,
    [program(options.program ?? 'start'), ...(options.args ?? [])],
    {
      env: {
        // No mail and no notes while a test looks, unless it asks for them.
        ...process.env,
        STEPPE_JOBS: 'off',
        ...options.env,
        PORT: String(port),
        STEPPE_DATA_DIR: options.dataDir,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  const exited = once(child, 'exit')
  const abandon = () => child.kill('SIGTERM')
  process.once('exit', abandon)
  void exited.then(() => process.off('exit', abandon))

  const output = collect(child)
  await Promise.race([output.has(/Press Ctrl-C to stop/), exited])
  if (child.exitCode !== null || child.signalCode !== null) {
    throw new Error(`The app ended while it started (${child.exitCode}):\n${output.text()}`)
  }
  const [, url] = output.text().match(/Steppe is ready: (\S+)/) ?? []
  if (!url || !child.pid) throw new Error(`The app did not print its address:\n${output.text()}`)
  return {
    url,
    pid: child.pid,
    setupUrl: output.text().match(/first administrator.*: (\S+)/)?.[1] ?? null,
    output: output.text,
    stop: async () => {
      child.kill('SIGINT')
      await exited
      return child.exitCode
    },
    kill: async () => {
      child.kill('SIGKILL')
      await exited
    },
  }
}

function collect(child: ChildProcess) {
  let text = ''
  let look = () => {}
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (part: string) => {
      text += part
      look()
    })
  }
  const has = (pattern: RegExp) =>
    new Promise<void>((resolve) => {
      look = () => {
        if (pattern.test(text)) resolve()
      }
      look()
    })
  return { has, text: () => text }
}
