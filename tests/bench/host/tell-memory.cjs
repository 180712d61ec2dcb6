// Loaded into the server by the bench (NODE_OPTIONS): on SIGUSR2 it writes what V8 holds, after a
// collection, into the file that STEPPE_BENCH_MEMORY names.
const { renameSync, writeFileSync } = require('node:fs')
const { setFlagsFromString } = require('node:v8')
const { runInNewContext } = require('node:vm')

const file = process.env.STEPPE_BENCH_MEMORY
if (file && process.argv[1]?.endsWith('next-process.mjs')) {
  process.on('SIGUSR2', () => {
    setFlagsFromString('--expose-gc')
    runInNewContext('gc')()
    writeFileSync(`${file}.new`, JSON.stringify(process.memoryUsage()))
    renameSync(`${file}.new`, file)
  })
}
