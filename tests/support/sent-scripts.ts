import { gzipSync } from 'node:zlib'
import type { HttpClient } from './http-client'

/** The scripts that a browser gets with a page, gzipped one by one as a proxy would. */
export async function sentScripts(client: Pick<HttpClient, 'get'>, path: string) {
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
