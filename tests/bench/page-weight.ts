import { gzipSync } from 'node:zlib'
import type { HttpClient } from '../support/http-client'

/** All scripts a browser loads for a page before anything is clicked, gzipped one by one as a proxy would. */
export async function firstLoadScripts(client: HttpClient, path: string) {
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
  return { path, files: scripts.size, gzipKB: Math.round(bytes / 102.4) / 10 }
}
