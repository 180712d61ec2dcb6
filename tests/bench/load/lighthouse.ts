import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('./lighthouse-process.ts', import.meta.url))

export type Look = {
  /** Where Lighthouse is installed. */
  readonly folder: string
  readonly url: string
  readonly flags: object
}

export type Lighthouse = {
  /** What it reports of a page (its `lhr`). One look at a time. */
  readonly look: (url: string, flags: object) => Promise<unknown>
  readonly close: () => void
}

export function startLighthouse(folder: string): Lighthouse {
  const child = fork(program, { execArgv: ['--import', 'tsx'] })
  const left = once(child, 'exit').then(() => {
    throw new Error('The process of Lighthouse ended.')
  })
  left.catch(() => {}) // It also ends when it is told to.
  return {
    look: async (url, flags) => {
      child.send({ folder, url, flags } satisfies Look)
      const [lhr] = await Promise.race([once(child, 'message'), left])
      return lhr
    },
    close: () => child.disconnect(),
  }
}
