import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type RunningApp, startApp } from '../../support/app'
import { commandOf, cpuMsOf, familyOf, memoryMbOf, tellsFigures } from './process-figures'

export type App = RunningApp & {
  readonly cpuMs: () => number | null
  readonly memory: () => { readonly rss: number; readonly peak: number } | null
  /** What V8 holds (MB) after a collection, and what lies outside of its heap. */
  readonly heap: () => Promise<{ readonly heapUsed: number; readonly external: number } | null>
}

const preload = fileURLToPath(new URL('./tell-memory.cjs', import.meta.url))

/** `npm start` on the data of the bench, under the Node that is measured. */
export async function startMeasured(options: {
  readonly dataDir: string
  readonly node: string
  readonly env?: Readonly<Record<string, string>>
}): Promise<App> {
  const file = join(options.dataDir, 'bench-memory.json')
  const app = await startApp({
    dataDir: options.dataDir,
    node: options.node,
    env: {
      NODE_OPTIONS: `--require ${preload}`,
      STEPPE_BENCH_MEMORY: file,
      ...options.env,
    },
  })
  const web = tellsFigures
    ? familyOf(app.pid).find((pid) => commandOf(pid).includes('next-process.mjs'))
    : undefined
  return {
    ...app,
    cpuMs: () => (web === undefined ? null : cpuMsOf(familyOf(web))),
    memory: () => (web === undefined ? null : memoryMbOf(web)),
    heap: async () => {
      if (web === undefined) return null
      rmSync(file, { force: true })
      process.kill(web, 'SIGUSR2')
      for (let tries = 0; tries < 200 && !existsSync(file); tries += 1) await wait(50)
      if (!existsSync(file)) return null
      const { heapUsed, external }: NodeJS.MemoryUsage = JSON.parse(readFileSync(file, 'utf8'))
      return { heapUsed: megabytes(heapUsed), external: megabytes(external) }
    },
  }
}

const megabytes = (bytes: number): number => Math.round(bytes / 2 ** 20)
