import { readFileSync } from 'node:fs'

type Manifest = {
  readonly node: Readonly<Record<string, { filename: string; exportedName: string }>>
}

const read = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../../../.next/${name}`, import.meta.url), 'utf8'))

const withoutGroups = (path: string): string => path.replaceAll(/\/\([^)]*\)/g, '')

/** What the build says that a request can reach: addresses of pages and routes, and actions by their ids. */
export function entriesOfBuild() {
  const paths = Object.entries(read<Record<string, string>>('app-path-routes-manifest.json'))
  const actions = Object.entries(read<Manifest>('server/server-reference-manifest.json').node)
  return {
    pages: paths.filter(([file]) => !file.endsWith('/route')).map(([, path]) => path),
    routes: paths.filter(([file]) => file.endsWith('/route')).map(([, path]) => path),
    /** Their names in the policy, with the ids by which they are called. */
    actions: new Map<string, string>(
      actions.map(([id, { filename, exportedName }]) => {
        const file = withoutGroups(filename.replace(/^app/, '')).replace(/(\/actions)?\.ts$/, '')
        return [`${file}#${exportedName}`, id] as const
      }),
    ),
  }
}
