import { groupBy } from '@/lib/kernel/group-by'
/**
 * All time zones that this server knows, grouped by region. Includes `current` even if it is none
 * of them.
 */
export function ZoneOptions({ current }: { current: string }) {
  return [...zonesByRegion(current)].map(([region, zones]) => (
    <optgroup key={region} label={region}>
      {zones.map((zone) => (
        <option key={zone} value={zone}>
          {placeOf(zone)}
        </option>
      ))}
    </optgroup>
  ))
}

const zonesByRegion = (current: string): Map<string, string[]> =>
  groupBy(zoneNames(current), (zone) =>
    zone.includes('/') ? zone.slice(0, zone.indexOf('/')) : 'General',
  )

function zoneNames(current: string): string[] {
  return [...new Set(['UTC', current, ...Intl.supportedValuesOf('timeZone')])].toSorted()
}

/** `America/Argentina/Buenos_Aires` -> `Argentina, Buenos Aires`. */
function placeOf(zone: string): string {
  const [, ...place] = zone.split('/')
  return place.length === 0 ? zone : place.join(', ').replaceAll('_', ' ')
}
