// npm run dev: like npm start, but Next.js compiles pages when they are asked for.
import { dataDirectory } from './support/paths.mjs'
import { serve } from './support/server/serve.mjs'
import { main } from './support/user-error.mjs'

await main(() => serve({ dataDir: dataDirectory(), dev: true }))
