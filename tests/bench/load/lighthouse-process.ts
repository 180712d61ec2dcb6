// Lighthouse, in a process of its own with the least priority: what it does while a page loads must not take
// the processors from the browser and the server that it looks at.
import { constants, setPriority } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Look } from './lighthouse'

setPriority(constants.priority.PRIORITY_LOW)

process.on('message', ({ folder, url, flags }: Look) => {
  void (async () => {
    const { default: lighthouse } = await import(
      pathToFileURL(join(folder, 'core', 'index.js')).href
    )
    const { lhr } = await lighthouse(url, flags)
    process.send?.(lhr)
  })()
})
process.on('disconnect', () => process.exit())
