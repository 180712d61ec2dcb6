import { spawnSync } from 'node:child_process'
import { appendFileSync, chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A file system of its own in memory, which can be filled; null where nobody may mount one. */
export function smallDisk(megabytes: number): {
  readonly folder: string
  readonly fill: () => void
  readonly free: () => void
  readonly remove: () => void
} | null {
  const folder = mkdtempSync(join(tmpdir(), 'steppe-disk-'))
  const remove = () => {
    spawnSync('umount', ['--lazy', folder])
    rmSync(folder, { recursive: true, force: true })
  }
  const options = ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'steppe-test', folder]
  if (spawnSync('mount', options).status !== 0) {
    remove()
    return null
  }
  chmodSync(folder, 0o755)
  const filling = join(folder, 'filling')
  return {
    folder,
    fill() {
      for (const bytes of [1_048_576, 4096]) {
        try {
          for (;;) appendFileSync(filling, Buffer.alloc(bytes, 'x'))
        } catch {} // that is what was wanted
      }
    },
    free: () => rmSync(filling, { force: true }),
    remove,
  }
}
