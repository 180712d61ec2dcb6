import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import ts from 'typescript'

/** `lib/server/people/set-password.ts setPassword` */
export type VerbName = string

type Place = { readonly file: string; readonly name: string }
type Code = {
  /** The functions and constants at the top of a file, with what each names in its body. */
  readonly parts: ReadonlyMap<
    string,
    { readonly text: string; readonly names: ReadonlySet<string> }
  >
  readonly exported: ReadonlySet<string>
  readonly imports: ReadonlyMap<string, Place>
}

/** How Prisma, or SQL of our own, changes rows. */
const WRITES =
  /\b(database\(\)|tx|db)\s*\.\w+\s*\.(create|createMany|update|updateMany|upsert|delete|deleteMany)\(|\b(INSERT INTO|UPDATE "|DELETE FROM|ON CONFLICT)|\.(consume|delete)\(keyOf/

/** The functions of lib/db that change rows, and every exported function of lib/server that reaches one. */
export function mutatingVerbs(): ReadonlyMap<VerbName, { readonly audits: boolean }> {
  const code = new Map(
    [...filesIn('lib/db'), ...filesIn('lib/server')].map((file) => [file, read(file)]),
  )
  const reach = (place: Place, wanted: (place: Place, text: string) => boolean) =>
    reaches(code, place, wanted, new Set())
  const verbs = new Map<VerbName, { audits: boolean }>()
  for (const [file, { exported }] of code) {
    if (!file.startsWith('lib/server/')) continue
    for (const name of exported) {
      const place = { file, name }
      const writes = (at: Place, text: string) =>
        at.file.startsWith('lib/db/') && at.file !== AUDIT && WRITES.test(text)
      if (!reach(place, writes)) continue
      verbs.set(`${file} ${name}`, {
        audits: reach(place, (at) => at.file === AUDIT && /^recordAudits?$/.test(at.name)),
      })
    }
  }
  return verbs
}

const AUDIT = 'lib/db/people/audit.ts'

function reaches(
  code: ReadonlyMap<string, Code>,
  place: Place,
  wanted: (place: Place, text: string) => boolean,
  seen: Set<string>,
): boolean {
  const key = `${place.file} ${place.name}`
  if (seen.has(key)) return false
  seen.add(key)
  const file = code.get(place.file)
  const part = file?.parts.get(place.name)
  if (!file || !part) return false
  if (wanted(place, part.text)) return true
  return [...part.names].some((name) => {
    const next = file.imports.get(name) ?? (file.parts.has(name) ? { ...place, name } : undefined)
    return next !== undefined && reaches(code, next, wanted, seen)
  })
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => file.endsWith('.ts') && !file.includes('/generated/'))

function read(file: string): Code {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
  const parts = new Map<string, { text: string; names: Set<string> }>()
  const exported = new Set<string>()
  const imports = new Map<string, Place>()
  const add = (name: string, node: ts.Node, owner: ts.Node) => {
    parts.set(name, { text: node.getText(source), names: identifiersIn(node) })
    const flags = ts.canHaveModifiers(owner) ? (ts.getModifiers(owner) ?? []) : []
    if (flags.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) exported.add(name)
  }
  for (const node of source.statements) {
    if (ts.isFunctionDeclaration(node) && node.name) add(node.name.text, node, node)
    if (ts.isVariableStatement(node)) {
      for (const declared of node.declarationList.declarations) {
        if (ts.isIdentifier(declared.name)) add(declared.name.text, declared, node)
      }
    }
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      const named = node.importClause?.namedBindings
      if (!node.moduleSpecifier.text.startsWith('.') || !named || !ts.isNamedImports(named))
        continue
      const from = `${relative(process.cwd(), resolve(dirname(file), node.moduleSpecifier.text))}.ts`
      for (const { name, propertyName } of named.elements) {
        imports.set(name.text, { file: from, name: (propertyName ?? name).text })
      }
    }
  }
  return { parts, exported, imports }
}

function identifiersIn(node: ts.Node): Set<string> {
  const names = new Set<string>()
  const visit = (child: ts.Node): void => {
    if (ts.isIdentifier(child)) names.add(child.text)
    ts.forEachChild(child, visit)
  }
  visit(node)
  return names
}
