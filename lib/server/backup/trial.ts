import 'server-only'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { constants, setPriority } from 'node:os'
import { noteTrial } from '../../db/backup/backup-runs'
import type { WholeScope } from '../whole-scope'
import { checkSeal } from './seal'

/** Keeps what a trial restore of this file found, where the file is one that was noted. */
export async function noteTrialRestore(
  _: WholeScope,
  trial: {
    readonly path: string
    readonly at: number
    readonly tookMs: number
    /** Null if all was well. */
    readonly failure: string | null
  },
): Promise<void> {
  const { path, ...found } = trial
  const sealed = await checkSeal(path)
  if (sealed.kind === 'whole') await noteTrial({ ...found, sha256: sealed.sha256 })
}

/**
 * Restores a backup for trial by `steppe backup verify`, in a process of its own that gives way to
 * everybody else's work. That process notes what it found.
 */
export async function runTrial(program: string, path: string): Promise<'passed' | 'failed'> {
  const child = spawn(process.execPath, [program, 'backup', 'verify', path], { stdio: 'ignore' })
  const end = () => child.kill()
  process.once('exit', end)
  try {
    const exit = once(child, 'exit')
    if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL)
    const [code] = await exit
    return code === 0 ? 'passed' : 'failed'
  } finally {
    process.off('exit', end)
  }
}
