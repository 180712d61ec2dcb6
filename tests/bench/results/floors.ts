import type { Row } from './row'
import { quantilesOf, ratio } from './statistics'

/** What a row cannot be faster than, measured in the same run. */
export type FloorName = 'bare' | 'route' | 'page' | 'commit'

/** A sum of floors, at the same number of clients. */
export type Floor = readonly FloorName[]

export type FloorTimes = {
  readonly name: FloorName
  readonly clients: number
  readonly times: readonly number[]
}

export const FLOOR_TITLES: Readonly<Record<FloorName, string>> = {
  bare: 'floor: bare node:http',
  route: 'floor: empty route',
  page: 'floor: empty page',
  commit: 'floor: plain pg commit',
}

/** The median (ms) of a sum of floors over all that was measured of them; null when one is missing. */
export function floorMs(
  floor: Floor,
  clients: number,
  measured: readonly FloorTimes[],
): number | null {
  let sum = 0
  for (const name of floor) {
    const times = measured
      .filter((each) => each.name === name && each.clients === clients)
      .flatMap((each) => each.times)
    if (times.length === 0) return null
    sum += quantilesOf(times).p50Ms
  }
  return floor.length === 0 ? null : sum
}

export const withRatio = (row: Row, measured: readonly FloorTimes[]): Row => ({
  ...row,
  ratio: ratio(row.p50Ms, floorMs(row.floor, row.clients, measured)),
})
