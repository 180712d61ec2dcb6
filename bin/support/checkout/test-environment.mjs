import { findChromium } from './chromium.mjs'
import { findNginx } from './nginx.mjs'
import { findNode24 } from './node-24.mjs'

const notOurs =
  /^(DATABASE_URL|STEPPE_(?!TEST_|CHROMIUM|NGINX|PGBOUNCER|POSTGRES_15).*|(NEXT)?AUTH_.*|PORT|HOST|NODE_ENV|PG[A-Z]+)$/

/** Nothing of an installation the user has: no test may reach its data, and none may depend on it. */
export function forgetInstallation() {
  for (const name of Object.keys(process.env)) if (notOurs.test(name)) delete process.env[name]
  process.env.NEXT_TELEMETRY_DISABLED = '1'
}

/**
 * The variables of tests that use other programs: where the browser, nginx and Node 24 are.
 *
 * @param {(line: string) => void} log
 * @returns {Promise<NodeJS.ProcessEnv>}
 */
export async function withPrograms(log) {
  const chromium = await findChromium({ log })
  const nginx = await findNginx({ log })
  const node24 = await findNode24(log)
  if (!node24) log('There is no Node 24 for the test that runs under it; it runs under this one.')
  return {
    ...process.env,
    ...(chromium && { STEPPE_CHROMIUM: chromium }),
    ...(nginx && { STEPPE_NGINX: nginx }),
    ...(node24 && { STEPPE_NODE_24: node24 }),
  }
}
