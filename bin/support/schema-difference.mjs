import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './paths.mjs'

/**
 * The SQL that brings the database at `url` to prisma/schema.prisma; '' when it is there already.
 * Prisma's engine as WebAssembly: its own package needs a download, and this needs none. It writes
 * the difference only; lib/db/connection/migrate.ts runs it.
 *
 * @param {string} url
 */
export async function schemaDifference(url) {
  const path = join(root, 'prisma', 'schema.prisma')
  const schema = { content: readFileSync(path, 'utf8'), path }
  const engine = await openEngine(url, [[path, schema.content]])
  const filters = { externalTables: ['public._prisma_migrations'], externalEnums: [] }
  const { stdout } = await engine.diff({
    from: { tag: 'schemaDatasource', files: [schema], configDir: root },
    to: { tag: 'schemaDatamodel', files: [schema] },
    script: true,
    exitCode: null,
    filters,
  })
  return /^\s*(-- This is an empty migration\.)?\s*$/.test(stdout ?? '') ? '' : (stdout ?? '')
}

/**
 * @param {string} url
 * @param {[path: string, content: string][]} datamodels
 */
async function openEngine(url, datamodels) {
  // The engine reports its own panics through this global.
  const registry = { set_message: (/** @type {string} */ message) => console.error(message) }
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: registry })
  const { PrismaPg } = await import('@prisma/adapter-pg')
  const { bindMigrationAwareSqlAdapterFactory } = await fromPrisma('@prisma/driver-adapter-utils')
  const bindings = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const require = createRequire(import.meta.url)
  const wasm = require
    .resolve('@prisma/schema-engine-wasm/schema_engine_bg')
    .replace(/\.js$/, '.wasm')
  const { instance } = await WebAssembly.instantiate(readFileSync(wasm), {
    './schema_engine_bg.js': bindings,
  })
  bindings.__wbg_set_wasm(instance.exports)
  const start = instance.exports.__wbindgen_start
  if (typeof start === 'function') start()
  const adapter = bindMigrationAwareSqlAdapterFactory(readingCatalogs(new PrismaPg(url)))
  return bindings.SchemaEngine.new({ datamodels }, () => {}, adapter)
}

/**
 * What the adapter keeps to itself: the rows of a query as Postgres sends them.
 *
 * @typedef {import('@prisma/adapter-pg').PrismaPg} PrismaPg
 * @typedef {Awaited<ReturnType<PrismaPg['connect']>>} Adapter
 * @typedef {Parameters<Adapter['queryRaw']>[0]} SqlQuery
 * @typedef {{ fields: { dataTypeID: number }[] }} RawResult
 */

/**
 * The adapter does not know the type "char" of Postgres' own catalogues; the engine asks for it.
 *
 * @param {PrismaPg} factory
 */
function readingCatalogs(factory) {
  const charOid = 18
  const character = 6 // ColumnTypeEnum.Character
  const connect = factory.connect.bind(factory)
  factory.connect = async () => {
    const adapter = await connect()
    /** @type {(query: SqlQuery) => Promise<RawResult>} */
    const performIO = Reflect.get(adapter, 'performIO').bind(adapter)
    /** @type {WeakMap<SqlQuery, number[]>} the positions of such columns */
    const chars = new WeakMap()
    Reflect.set(adapter, 'performIO', async (/** @type {SqlQuery} */ query) => {
      const result = await performIO(query)
      const positions = result.fields.flatMap(({ dataTypeID }, i) =>
        dataTypeID === charOid ? [i] : [],
      )
      for (const field of result.fields) if (field.dataTypeID === charOid) field.dataTypeID = 25
      chars.set(query, positions)
      return result
    })
    const queryRaw = adapter.queryRaw.bind(adapter)
    adapter.queryRaw = async (query) => {
      const result = await queryRaw(query)
      for (const i of chars.get(query) ?? []) result.columnTypes[i] = character
      return result
    }
    return adapter
  }
  return factory
}

/**
 * A package that comes with the adapter and is not a dependency of ours.
 *
 * @param {string} name
 * @returns {Promise<{ bindMigrationAwareSqlAdapterFactory(factory: PrismaPg): object }>}
 */
async function fromPrisma(name) {
  const adapter = createRequire(import.meta.url).resolve('@prisma/adapter-pg')
  return import(pathToFileURL(createRequire(adapter).resolve(name)).href)
}
