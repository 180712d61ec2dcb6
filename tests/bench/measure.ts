export type Row = {
  readonly what: string
  readonly n: number
  readonly p50Ms: number
  readonly p95Ms: number
}

/** Runs `once` n times, one after the other, after a warm-up of a tenth. */
export async function measure(what: string, n: number, once: () => Promise<void>): Promise<Row> {
  for (let i = 0; i < n / 10; i += 1) await once()
  const times: number[] = []
  for (let i = 0; i < n; i += 1) {
    const start = performance.now()
    await once()
    times.push(performance.now() - start)
  }
  return rowOf(what, times)
}

/** `times` in ms. */
export function rowOf(what: string, times: readonly number[]): Row {
  const sorted = [...times].sort((a, b) => a - b)
  const n = sorted.length
  return { what, n, p50Ms: quantile(sorted, 0.5), p95Ms: quantile(sorted, 0.95) }
}

const quantile = (sorted: readonly number[], share: number): number =>
  Math.round((sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0) * 10) /
  10

export const tableOf = (rows: readonly Row[]): string =>
  [
    `${'what'.padEnd(44)} ${'n'.padStart(5)} ${'p50 ms'.padStart(8)} ${'p95 ms'.padStart(8)}`,
    ...rows.map(
      ({ what, n, p50Ms, p95Ms }) =>
        `${what.padEnd(44)} ${String(n).padStart(5)} ${p50Ms.toFixed(1).padStart(8)} ${p95Ms.toFixed(1).padStart(8)}`,
    ),
  ].join('\n')

export function summary(results: {
  demoStartS: number
  secondStartS: number
  requests: readonly Row[]
  firstLoadJavaScript: readonly { path: string; files: number; gzipKB: number }[]
}): string {
  return [
    `start with a demo to fill  ${results.demoStartS} s`,
    `second start               ${results.secondStartS} s`,
    '',
    tableOf(results.requests),
    '',
    ...results.firstLoadJavaScript.map(
      ({ path, files, gzipKB }) =>
        `first-load JavaScript of ${path}: ${gzipKB} KB gzip in ${files} files`,
    ),
  ].join('\n')
}
