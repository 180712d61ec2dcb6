// npm run drill: bin/drill.mjs starts this with the names of drills that exist.
import type { Drill, Figure } from './drill'

const args = process.argv.slice(2)
const names = args.filter((arg) => !arg.startsWith('--'))

if (args.includes('--list')) {
  for (const name of names) console.log(`${name.padEnd(12)} ${(await drillNamed(name)).says}`)
  console.log('\nnpm run drill -- NAME ... [--short], or all')
} else {
  let failed = false
  for (const name of names) failed = !(await passes(name)) || failed
  process.exitCode = failed ? 1 : 0
}

async function drillNamed(name: string): Promise<Drill> {
  const { default: drill }: { default: Drill } = await import(`../${name}`)
  return drill
}

async function passes(name: string): Promise<boolean> {
  const began = performance.now()
  const seconds = () => Math.round((performance.now() - began) / 1000)
  const log = (line: string) => console.error(`${String(seconds()).padStart(5)} s  ${line}`)
  try {
    const drill = await drillNamed(name)
    console.log(`\n── ${name}: ${drill.says}`)
    const figures = await drill.run({ short: args.includes('--short'), log })
    console.log(table(figures))
    const ok = figures.every((figure) => figure.ok)
    console.log(`── ${name}: ${ok ? 'ok' : 'FAILED'} (${seconds()} s)`)
    return ok
  } catch (error) {
    console.error(error)
    console.log(`── ${name}: FAILED, because it could not be run to its end (${seconds()} s)`)
    return false
  }
}

function table(figures: readonly Figure[]): string {
  const width = Math.max(0, ...figures.map(({ what }) => what.length))
  return figures
    .map(({ what, value, wanted, ok }) =>
      [
        what.padEnd(width),
        String(value).padStart(12),
        wanted && `(${wanted})`,
        ok ? '' : '  NOT AS IT MUST BE',
      ]
        .filter(Boolean)
        .join('  '),
    )
    .join('\n')
}
