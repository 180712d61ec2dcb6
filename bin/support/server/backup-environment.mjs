import { join, resolve } from 'node:path'
import { callerDirectory, root } from '../paths.mjs'

/**
 * What the jobs of a server need for its scheduled backups: the folder, and the program that restores one
 * for trial. An own database has a folder without being asked; of another one, somebody else may make
 * backups already.
 *
 * @param {string} dataDir
 * @param {NodeJS.ProcessEnv} env
 */
export function backupEnvironment(dataDir, env = process.env) {
  const wanted = env.STEPPE_BACKUP_DIR
  const usual = env.DATABASE_URL ? 'off' : join(dataDir, 'backups')
  const folder = !wanted ? usual : wanted === 'off' ? wanted : resolve(callerDirectory(env), wanted)
  return { STEPPE_BACKUP_DIR: folder, STEPPE_PROGRAM: join(root, 'bin', 'steppe.mjs') }
}
