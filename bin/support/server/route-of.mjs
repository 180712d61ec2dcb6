import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../paths.mjs'

/**
 * The name of the page or handler that an address belongs to, such as `/lessons/[id]`. Logs and metrics
 * name it in place of the address, which may contain the code of a link, and so that there are few.
 *
 * @param {string | undefined} manifest the file that Next writes when it builds
 * @returns {(url: string | undefined) => string}
 */
export function routeNames(manifest = read()) {
  /** @type {{ dynamicRoutes?: { page: string, regex: string }[], staticRoutes?: { page: string }[] }} */
  const { dynamicRoutes = [], staticRoutes = [] } = manifest ? JSON.parse(manifest) : {}
  const fixed = new Set([...staticRoutes.map(({ page }) => page), '/api/metrics'])
  const dynamic = dynamicRoutes.map(({ page, regex }) => ({ page, matches: new RegExp(regex) }))
  return (url = '') => {
    const path = url.replace(/[?#].*$/s, '')
    if (path.startsWith('/_next/')) return '/_next'
    if (fixed.has(path)) return path
    return dynamic.find(({ matches }) => matches.test(path))?.page ?? 'other'
  }
}

function read() {
  try {
    return readFileSync(join(root, '.next', 'routes-manifest.json'), 'utf8')
  } catch {
    return undefined // `npm run dev` has built nothing
  }
}
