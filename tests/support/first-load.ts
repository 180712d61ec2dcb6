import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { runInNewContext } from 'node:vm'
import { gzipSync } from 'node:zlib'

/** The most JavaScript that a page may load before its first use, in KiB after gzip. */
const BUDGETS_KB: Readonly<Record<string, number>> = {
  '/review': 175,
  '/lessons/[id]': 150,
  '/today': 150,
}
const OTHER_PAGES_KB = 165

/** A page with nothing in it, to compare with: what it weighs is Next, React and our root layout. */
export const EMPTY_PAGE = '/_not-found'

export type FirstLoad = {
  readonly route: string
  readonly scripts: ReadonlySet<string>
  readonly gzipKB: number
  readonly budgetKB: number
}

const build = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../../.next/${name}`, import.meta.url)))

/**
 * Every page of the build with the scripts that it loads before its first use. Those of its page
 * for errors are among them, so a browser may load a little less.
 */
export function firstLoads(): readonly FirstLoad[] {
  const { rootMainFiles }: { rootMainFiles: string[] } = json('build-manifest.json')
  const pages: Record<string, string> = json('app-path-routes-manifest.json')
  return Object.entries(pages)
    .filter(([path]) => path.endsWith('/page'))
    .map(([path, route]) => {
      const scripts = new Set([...rootMainFiles, ...clientScripts(path)])
      const bytes = [...scripts].reduce((sum, script) => sum + weightOf(script), 0)
      const gzipKB = Math.round(bytes / 102.4) / 10
      return { route, scripts, gzipKB, budgetKB: BUDGETS_KB[route] ?? OTHER_PAGES_KB }
    })
}

type Manifest = { readonly clientModules: Record<string, { readonly chunks: readonly string[] }> }

/** Next writes this manifest as a script that assigns it. */
function clientScripts(path: string): readonly string[] {
  const page: { __RSC_MANIFEST: Record<string, Manifest> } = { __RSC_MANIFEST: {} }
  const script = build(`server/app${path}_client-reference-manifest.js`).toString()
  runInNewContext(script, { globalThis: page, ...page })
  return Object.values(page.__RSC_MANIFEST[path]?.clientModules ?? {})
    .flatMap(({ chunks }) => chunks)
    .filter((chunk) => chunk.endsWith('.js'))
    .map((chunk) => chunk.replace(/^\/_next\//, ''))
}

const weights = new Map<string, number>()

function weightOf(script: string): number {
  const known = weights.get(script) ?? gzipSync(build(script)).length
  weights.set(script, known)
  return known
}

const json = (name: string) => JSON.parse(build(name).toString())
