import { type SpawnOptions, spawn } from 'node:child_process'
import { once } from 'node:events'

export type Program = {
  readonly pid: number
  /** The next line it prints; rejects when it ends without one. */
  readonly line: () => Promise<string>
  /** Asks it to end and waits. */
  readonly end: () => Promise<void>
  readonly kill: (signal: NodeJS.Signals) => Promise<void>
}

/** Runs a script as a process of its own, to be talked to by lines and killed at will. */
export function startProgram(
  command: readonly [string, ...string[]],
  options: SpawnOptions = {},
): Program {
  const [file, ...args] = command
  const child = spawn(file, args, { ...options, stdio: ['pipe', 'pipe', 'pipe'] })
  const exited = once(child, 'exit')
  const lines: string[] = []
  let complaint = ''
  let rest = ''
  let wake = () => {}
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\n')
    rest = parts.pop() ?? ''
    lines.push(...parts)
    wake()
  })
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaint += text
  })
  return {
    pid: child.pid ?? -1,
    line: async () => {
      const next = new Promise<void>((resolve) => {
        wake = resolve
        if (lines.length > 0) resolve()
      })
      await Promise.race([next, once(child, 'close')])
      const line = lines.shift()
      if (line === undefined) throw new Error(`The program ended without a word: ${complaint}`)
      return line
    },
    end: async () => {
      child.stdin?.end()
      await exited
    },
    kill: async (signal) => {
      child.kill(signal)
      await exited
    },
  }
}

/** Resolves when the condition holds; throws when it does not within the time. */
export async function until(condition: () => boolean, withinMs = 10_000): Promise<void> {
  const deadline = Date.now() + withinMs
  while (!condition()) {
    if (Date.now() > deadline) throw new Error(`Not within ${withinMs} ms: ${condition}`)
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
}
