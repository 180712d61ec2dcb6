import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readCourse } from '@/lib/compiler/read'

test('a course file is read in NFC, so that its words match those written on another system', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'steppe-read-'))
  try {
    await writeFile(join(folder, 'zoe\u0308.yaml'), '\ufeffterm: Tu\u0308rkiye\n')
    expect(await readCourse(folder)).toEqual([
      { path: 'zo\u00eb.yaml', text: 'term: T\u00fcrkiye\n' },
    ])
  } finally {
    await rm(folder, { recursive: true })
  }
})
