import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../../bin/support/paths.mjs'

const read = (name: string) => readFileSync(join(root, 'prisma', name), 'utf8')
const found = (text: string, what: RegExp) =>
  [...text.matchAll(what)].map(([, name = '']) => name).toSorted()

test('the script for Citus says of each table of the schema, once, where its rows are', () => {
  const models = found(read('schema.prisma'), /^model (\w+)/gm)
  const spread = /^SELECT create_(?:reference|distributed)_table\('"(\w+)"'/gm
  expect(models.length).toBeGreaterThan(40)
  expect(found(read('citus.sql'), spread)).toEqual(models)
})
