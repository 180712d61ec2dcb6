import { gzipSync } from 'node:zlib'
import { type HttpClient, signIn } from '../../support/http-client'
import type { Figure } from '../results/row'
import { PASSWORD } from '../seed/learners'
import { type Bench, freshLearners } from './bench'
import { routesOf } from './routes'

/** The JavaScript that a browser loads for each page before anything is clicked. */
export async function weights(bench: Bench): Promise<readonly Figure[]> {
  const [learner] = await freshLearners(bench, 1)
  if (!learner) throw new Error('Nobody was made')
  const { url } = bench.app
  const asLearner = await signIn(url, learner.email, PASSWORD)
  const asInstructor = await signIn(url, 'instructor@demo.example', PASSWORD)
  const nobody = await fromNobody(url)
  const figures: Figure[] = []
  for (const { route, path, as } of await routesOf(asInstructor)) {
    bench.log(`Weight of ${route}`)
    const client = { nobody, learner: asLearner, instructor: asInstructor }[as]
    const { files, gzipKB } = await firstLoadScripts(client, path)
    figures.push({
      what: `first-load JavaScript: ${route}`,
      value: gzipKB,
      unit: 'KB gzip',
      note: `${files} files`,
    })
  }
  return figures
}

/** Gzipped one by one, as a proxy would. */
async function firstLoadScripts(client: Pick<HttpClient, 'get'>, path: string) {
  const html = await (await client.get(path)).text()
  const scripts = new Set(
    [...html.matchAll(/<script[^>]*?src="(\/_next\/[^"]+\.js)[^"]*"([^>]*)>/g)]
      // Only browsers without modules load those.
      .filter(([tag]) => !/nomodule/i.test(tag))
      .map((match) => match[1] ?? ''),
  )
  let bytes = 0
  for (const script of scripts) {
    const body = await (await client.get(script)).arrayBuffer()
    bytes += gzipSync(Buffer.from(body)).length
  }
  return { files: scripts.size, gzipKB: Math.round(bytes / 102.4) / 10 }
}

async function fromNobody(url: string): Promise<Pick<HttpClient, 'get'>> {
  return { get: (path) => fetch(new URL(path, url), { redirect: 'manual' }) }
}
