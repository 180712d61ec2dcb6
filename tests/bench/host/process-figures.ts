import { readdirSync, readFileSync } from 'node:fs'

/** Linux counts the time of a process in hundredths of a second, whatever its kernel does. */
const MS_PER_TICK = 10

type Stat = { readonly pid: number; readonly parent: number; readonly ticks: number }

/** Whether this system tells what a process uses: only Linux does, in /proc. */
export const tellsFigures = process.platform === 'linux'

function readStat(pid: number): Stat | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name of the program stands in brackets and may hold spaces.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const at = (index: number) => Number(fields[index])
    // Its own time, and that of its children that ended.
    return { pid, parent: at(1), ticks: at(11) + at(12) + at(13) + at(14) }
  } catch {
    return null
  }
}

function everyStat(): readonly Stat[] {
  return readdirSync('/proc').flatMap((name) =>
    /^\d+$/.test(name) ? (readStat(Number(name)) ?? []) : [],
  )
}

/** The process and all below it. */
export function familyOf(pid: number): readonly number[] {
  const all = everyStat()
  const found = [pid]
  for (const each of found) {
    found.push(...all.filter(({ parent }) => parent === each).map((child) => child.pid))
  }
  return found
}

/** The time (ms) that the processes used so far. */
export const cpuMsOf = (pids: readonly number[]): number =>
  pids.reduce((sum, pid) => sum + (readStat(pid)?.ticks ?? 0) * MS_PER_TICK, 0)

/** The memory (MB) that a process holds, and the most that it ever held. */
export function memoryMbOf(pid: number): { readonly rss: number; readonly peak: number } | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    const mb = (name: string) =>
      Math.round(Number(status.match(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm'))?.[1]) / 1024)
    return { rss: mb('VmRSS'), peak: mb('VmHWM') }
  } catch {
    return null
  }
}

export function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return ''
  }
}
