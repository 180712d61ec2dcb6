// npm start: installs, builds, opens the database, publishes the course and serves.
import { dataDirectory } from './support/paths.mjs'
import { serve } from './support/server/serve.mjs'
import { main } from './support/user-error.mjs'

await main(() => serve({ dataDir: dataDirectory() }))
