import 'server-only'
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { BackupText } from '../../backup/backup-text'
import { type Level, type Manifest, readManifest } from '../../backup/manifest'
import { BackupRefused } from './backup-refused'
import { checkSeal } from './seal'

export type OpenBackup = {
  readonly manifest: Manifest
  readonly sha256: string
  readonly bytes: number
  /** What follows the manifest. */
  readonly text: BackupText
  readonly close: () => void
}

/**
 * Opens a backup that is complete, undamaged and made by this version or an older one. Throws
 * BackupRefused for any other file.
 */
export async function openBackup(path: string, known: Level): Promise<OpenBackup> {
  const sealed = await checkSeal(path).catch((error: unknown) => {
    throw refused(
      path,
      `it cannot be read (${reasonOf(error)}).`,
      'Check the name and your rights.',
    )
  })
  if (sealed.kind === 'cut') {
    throw refused(
      path,
      'it is not complete, or it is no backup of Steppe: its last bytes are missing.',
      'Copy it again, or take another backup.',
    )
  }
  if (sealed.kind === 'damaged') {
    throw refused(
      path,
      'it is damaged: its contents do not match its checksum.',
      'Copy it again, or take another backup.',
    )
  }
  const file = createReadStream(path, { highWaterMark: 256 * 1024 })
  const gunzip = createGunzip({ chunkSize: 256 * 1024 })
  file.on('error', (error) => gunzip.destroy(error))
  const close = () => {
    file.destroy()
    gunzip.destroy()
  }
  const text = new BackupText(file.pipe(gunzip))
  const reading = readManifest(await text.line(), known)
  if (reading.kind === 'read') return { ...sealed, manifest: reading.manifest, text, close }
  close()
  throw refused(path, reading.why)
}

const refused = (path: string, why: string, advice = '') =>
  new BackupRefused(
    `${path} was not restored. ${why[0]?.toUpperCase()}${why.slice(1)} Nothing was changed.${advice && `\n${advice}`}`,
  )

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : `${error}`)
