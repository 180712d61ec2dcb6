// npm run build: installs, generates and builds, and starts nothing. Several processes then share the build.
import { ensureBuilt } from './support/checkout/build.mjs'
import { ensureGenerated } from './support/checkout/generate.mjs'
import { ensureInstalled } from './support/checkout/install.mjs'
import { requireNode } from './support/checkout/node-version.mjs'
import { main } from './support/user-error.mjs'

const log = console.log

await main(async () => {
  requireNode()
  for (const step of [ensureInstalled, ensureGenerated, ensureBuilt]) await step({ log })
})
