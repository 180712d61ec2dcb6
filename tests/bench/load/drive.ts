import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Job, Reply, Report } from './job'

const program = fileURLToPath(new URL('./client.ts', import.meta.url))

export type Load = {
  readonly run: (job: Job) => Promise<Report>
  readonly close: () => void
}

/** Starts the client's process, under the same Node as the server. It runs one job at a time. */
export function startLoad(node: string): Load {
  const child = fork(program, { execPath: node, execArgv: ['--import', 'tsx'] })
  return {
    run: (job) =>
      new Promise((resolve, reject) => {
        const end = () => {
          child.off('message', listen)
          child.off('exit', leave)
        }
        const listen = (reply: Reply) => {
          end()
          if (reply.kind === 'done') resolve(reply.report)
          else reject(new Error(reply.message))
        }
        const leave = () => {
          end()
          reject(new Error('The process of the client ended.'))
        }
        child.on('message', listen)
        child.on('exit', leave)
        child.send(job)
      }),
    close: () => {
      if (child.connected) child.disconnect()
    },
  }
}
