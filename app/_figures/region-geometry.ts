import 'server-only'
import { type GeoProjection, geoConicEqualArea, geoPath } from 'd3-geo'
import type { MultiPolygon } from 'geojson'
import { feature, merge } from 'topojson-client'
import world from 'world-atlas/countries-110m.json'
import { LABEL_PLACES } from './label-places'

/** The size of the drawing in its own units. */
export const REGION = { width: 720, height: 440 } as const

type Point = readonly [x: number, y: number]

export type RegionShape = {
  /** ISO 3166-1 numeric code, or `''` for shapes without one. */
  readonly isoNumeric: string
  /** An SVG path with one decimal. */
  readonly d: string
}

/** The position of a state's name, and the point it refers to when the name is beside the state. */
export type RegionLabel = { readonly at: Point; readonly pointsTo: Point | null }

const RUSSIA = '643'
const UKRAINE = '804'

/**
 * From Belarus to Manchuria and from the Urals to the Gulf. The projection keeps areas, so that no
 * state looks larger than it is.
 */
const projectionOf = (meridian: number, parallel: number, scale: number) =>
  geoConicEqualArea()
    .parallels([25, 60])
    .rotate([-meridian, 0])
    .center([0, parallel])
    .scale(scale)
    .translate([REGION.width / 2, REGION.height / 2])
    .clipExtent([
      [-2, -2],
      [REGION.width + 2, REGION.height + 2],
    ])

const projection = projectionOf(76, 43, 585)

/** The states on the map, from Natural Earth 1:110 million. */
export const regionShapes: readonly RegionShape[] = drawShapes(projection)

const wideProjection = projectionOf(90, 45, 590)

/** From the Caspian to the Pacific: exercises were held as far east as Vladivostok. */
export const wideShapes: readonly RegionShape[] = drawShapes(wideProjection)

/** A point of the wide map, in its own units. */
export function widePoint(lonLat: Point): Point {
  const point = wideProjection([lonLat[0], lonLat[1]])
  if (point === null) throw new Error(`${lonLat.join(', ')} is on no map`)
  return [Math.round(point[0]), Math.round(point[1])]
}

export function regionLabel(isoNumeric: string): RegionLabel | null {
  const place = LABEL_PLACES[isoNumeric]
  const at = place === undefined ? null : project(place.at)
  if (place === undefined || at === null) return null
  return { at, pointsTo: place.pointsTo === undefined ? null : project(place.pointsTo) }
}

function project(lonLat: Point): Point | null {
  const point = projection([lonLat[0], lonLat[1]])
  return point === null ? null : [Math.round(point[0]), Math.round(point[1])]
}

function drawShapes(of: GeoProjection): readonly RegionShape[] {
  const path = geoPath(of).digits(1)
  return statesAsOf2013().flatMap(({ isoNumeric, area }) => {
    const d = path(area)
    return d === null ? [] : [{ isoNumeric, d }]
  })
}

/** The data set draws Crimea with Russia. The course ends in 2013, when it was part of Ukraine. */
function statesAsOf2013(): readonly { isoNumeric: string; area: MultiPolygon }[] {
  const areas = world.objects.countries.geometries.flatMap((geometry) => {
    const isoNumeric = String(geometry.id ?? '')
    if (geometry.type === 'Polygon') return [{ isoNumeric, polygons: [geometry.arcs] }]
    return geometry.type === 'MultiPolygon' ? [{ isoNumeric, polygons: geometry.arcs }] : []
  })
  const crimea = areas
    .filter((area) => area.isoNumeric === RUSSIA)
    .flatMap((area) => area.polygons.filter(liesInCrimea))
  return areas.map(({ isoNumeric, polygons }) => {
    const own =
      isoNumeric === UKRAINE
        ? [...polygons, ...crimea]
        : polygons.filter((rings) => !crimea.includes(rings))
    return { isoNumeric, area: merge(world, [{ type: 'MultiPolygon', arcs: own }]) }
  })
}

function liesInCrimea(rings: number[][]): boolean {
  const { geometry } = feature(world, { type: 'Polygon', arcs: rings })
  const outline = geometry.type === 'Polygon' ? (geometry.coordinates[0] ?? []) : []
  return outline.every(([lon = 0, lat = 0]) => lon > 32 && lon < 37 && lat > 44 && lat < 47)
}
