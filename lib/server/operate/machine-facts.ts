import 'server-only'
import { readFile, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import type { SecurityFacts } from '../../security/facts'

type Environment = Readonly<Record<string, string | undefined>>
type MachineFacts = Pick<
  SecurityFacts,
  'publicAddress' | 'host' | 'trustedProxies' | 'secret' | 'files' | 'process'
>

/** What the security check judges of this process, its environment and its files. Never throws. */
export async function machineFacts(env: Environment): Promise<MachineFacts> {
  const data = env.STEPPE_DATA_DIR ?? '.'
  const secretFile = join(data, 'auth-secret')
  const backups = env.STEPPE_BACKUP_DIR
  const backupFolder = backups && backups !== 'off' ? backups : null
  const text = env.AUTH_SECRET ?? ''
  const kept = await readFile(secretFile, 'utf8').catch(() => null)
  return {
    publicAddress: env.STEPPE_URL || null,
    host: env.HOST || null,
    trustedProxies: env.STEPPE_TRUST_PROXY ?? '',
    secret: { text, from: kept?.trim() === text ? 'file' : 'environment' },
    files: {
      dataDirectory: await modeOf(data),
      secretFile: await modeOf(secretFile),
      backupFolder: backupFolder === null ? null : await modeOf(backupFolder),
      backupsOnSameDisk: backupFolder !== null && (await onSameDisk(data, backupFolder)),
      freeBytes: await freeBytes(data),
    },
    process: {
      isRoot: process.getuid?.() === 0,
      nodeVersion: process.version,
      nodeOptions: [...process.execArgv, env.NODE_OPTIONS ?? ''].join(' '),
      trustsAnyCertificate: env.NODE_TLS_REJECT_UNAUTHORIZED === '0',
      logLevel: env.STEPPE_LOG_LEVEL || null,
      metricsToken: env.STEPPE_METRICS_TOKEN || null,
      smtpUrl: env.STEPPE_SMTP_URL || null,
    },
  }
}

/** Null where there is no such file, and on Windows, which keeps no rights of this kind. */
async function modeOf(path: string): Promise<number | null> {
  if (process.platform === 'win32') return null
  return (await stat(path).catch(() => null))?.mode ?? null
}

/** A folder that is not there yet will be made within its parent, so it counts as on the same disk. */
async function onSameDisk(one: string, other: string): Promise<boolean> {
  const [here, there] = await Promise.all([one, other].map((path) => stat(path).catch(() => null)))
  return there === null || here?.dev === there?.dev
}

async function freeBytes(path: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(path)
    return bavail * bsize
  } catch {
    return null
  }
}
