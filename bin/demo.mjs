// npm run demo [-- --learners N --days N --seed N]: like npm start, on data of its own and with people in it.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runCli } from './support/cli.mjs'
import { dataDirectory } from './support/paths.mjs'
import { serve } from './support/server/serve.mjs'
import { main, UserError } from './support/user-error.mjs'

await main((args) => {
  const dataDir = dataDirectory('.steppe-demo')
  const logIns = join(dataDir, 'demo-log-ins.txt')
  return serve({
    dataDir,
    populate: async (env) => {
      if (!existsSync(logIns)) {
        console.log('Filling the demo with people and their reviews...')
        const { code, stdout } = await runCli(['demo', ...args], { env, capture: true })
        if (code !== 0) {
          process.stderr.write(stdout)
          throw new UserError(
            `The demo could not be filled, as shown above. Run the command again with the same numbers to continue, or delete ${dataDir} to start with an empty demo.`,
          )
        }
        writeFileSync(logIns, stdout, { mode: 0o600 })
      } else if (args.length > 0) {
        console.log(
          `The demo in ${dataDir} already has people in it, so ${args.join(' ')} changed nothing. Delete that directory to fill it again.`,
        )
      }
      return existsSync(logIns) ? readFileSync(logIns, 'utf8').trimEnd() : ''
    },
  })
})
