import { appendFileSync, existsSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'

const done = z.object({
  entry: z.string(),
  requests: z.number(),
  broken: z.array(z.string()),
  bare: z.array(z.string()),
})
export type Done = z.infer<typeof done>

/** What was finished of one fuzzing, in a file, so that it can be ended at any time and taken up again. */
export function fuzzedSoFar({ runs, seed }: { readonly runs: number; readonly seed: number }) {
  const file = join(tmpdir(), `steppe-fuzz-${runs}-${seed}.jsonl`)
  const read = (): Done[] =>
    existsSync(file)
      ? readFileSync(file, 'utf8')
          .trim()
          .split('\n')
          .map((line) => done.parse(JSON.parse(line)))
      : []
  return {
    read,
    add: (each: Done): void => appendFileSync(file, `${JSON.stringify(each)}\n`),
    forget: (): void => rmSync(file, { force: true }),
  }
}
