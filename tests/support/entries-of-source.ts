import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** An entry as the files of `app/` have it: its name in the policy, and the text that belongs to it. */
export type SourceEntry = { readonly name: string; readonly file: string; readonly text: string }

const METHODS =
  /export (?:async function|const|function) (GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\b/g
const ACTIONS = /^export (?:async function|const) (\w+)/gm

/** Folders in brackets are not part of an address. */
const address = (file: string): string => {
  const path = `/${file.split('/').slice(1, -1).join('/')}`.replaceAll(/\/\([^)]*\)/g, '')
  return path === '' ? '/' : path
}

/** Pages, route handlers and server actions of `app/`. */
export function entriesOfSource(): readonly SourceEntry[] {
  const files = readdirSync('app', { recursive: true, encoding: 'utf8' })
  return files
    .filter((name) => /\.tsx?$/.test(name))
    .flatMap((name) => {
      const file = join('app', name)
      const text = readFileSync(file, 'utf8')
      const own = (entry: string): SourceEntry => ({ name: entry, file, text })
      if (file.endsWith('/page.tsx')) return [own(address(file))]
      if (file.endsWith('/route.ts')) {
        const again = text.match(/^export \{ (.+) \} from/)?.[1]?.split(', ') ?? []
        const methods = [...again, ...[...text.matchAll(METHODS)].map(([, method]) => method)]
        return methods.map((method) => own(`${method} ${address(file)}`))
      }
      if (!/^'use server'/m.test(text)) return []
      const folder = address(file) + (file.endsWith('/actions.ts') ? '' : `/${fileName(file)}`)
      return [...text.matchAll(ACTIONS)].map(([, action]) => own(`${folder}#${action}`))
    })
}

const fileName = (file: string): string =>
  file
    .split('/')
    .at(-1)
    ?.replace(/\.tsx?$/, '') ?? ''
