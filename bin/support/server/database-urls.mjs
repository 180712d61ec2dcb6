/**
 * Two roles use the database: the owner of the tables, who migrates them, and the application, which may
 * only add to the log and the audit. Where one address is given, both are the same.
 *
 * @typedef {{ owner: string, application: string }} DatabaseUrls
 */

/**
 * The addresses that are configured; undefined for the embedded Postgres.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {DatabaseUrls | undefined}
 */
export function configuredUrls(env = process.env) {
  const application = env.DATABASE_URL
  if (!application) return undefined
  return { owner: env.STEPPE_OWNER_DATABASE_URL || application, application }
}

/**
 * For commands and for the preparation of the database, which act as its owner.
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {DatabaseUrls} urls
 * @returns {NodeJS.ProcessEnv}
 */
export const forOwner = (env, { owner, application }) => ({
  ...env,
  DATABASE_URL: owner,
  STEPPE_APPLICATION_DATABASE_URL: application,
})

/**
 * For the web server, which does not learn the address of the owner.
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {DatabaseUrls} urls
 * @returns {NodeJS.ProcessEnv}
 */
export function forApplication(env, { application }) {
  const { STEPPE_OWNER_DATABASE_URL: _, STEPPE_APPLICATION_DATABASE_URL: __, ...rest } = env
  return { ...rest, DATABASE_URL: application }
}
