import { SaxesParser } from 'saxes'

/** What is wrong with an svg file, with the line. */
export type SvgFault = { readonly line: number; readonly message: string }

export type ReadSvg = {
  readonly faults: readonly SvgFault[]
  /** From `viewBox`, or from `width` and `height`. */
  readonly size: { readonly width: number; readonly height: number } | null
}

const SVG = 'http://www.w3.org/2000/svg'

// What draws, and nothing that runs, loads or links. It is refused and not taken out, so that what the author
// sees is what is published.
const ELEMENTS = new Set(
  `svg g title desc path rect circle ellipse line polyline polygon text tspan defs linearGradient
  radialGradient stop clipPath mask pattern marker symbol use`.split(/\s+/),
)
const ATTRIBUTES = new Set(
  `id class transform d x y x1 y1 x2 y2 cx cy r rx ry fx fy dx dy width height viewBox points rotate
  preserveAspectRatio version role aria-label aria-hidden lang
  fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin
  stroke-dasharray stroke-dashoffset stroke-miterlimit opacity color visibility display vector-effect
  clip-path clip-rule clipPathUnits mask maskUnits maskContentUnits
  marker-start marker-mid marker-end markerWidth markerHeight markerUnits refX refY orient
  offset stop-color stop-opacity gradientUnits gradientTransform spreadMethod
  patternUnits patternContentUnits patternTransform
  font-family font-size font-weight font-style text-anchor dominant-baseline letter-spacing
  textLength lengthAdjust href xlink:href xmlns xmlns:xlink xml:space`.split(/\s+/),
)

/** Reads an svg file strictly as XML and says of everything in it that is not on the list that it is refused. */
export function readSvg(text: string): ReadSvg {
  const faults: SvgFault[] = []
  let size: ReadSvg['size'] = null
  let isRoot = true
  const parser = new SaxesParser({ xmlns: true })
  const refuse = (message: string) => faults.push({ line: parser.line, message })
  parser.on('error', ({ message }) => refuse(`the file is no well-formed XML: ${message}`))
  parser.on('doctype', () => refuse('an svg file must not have a DOCTYPE'))
  parser.on('processinginstruction', ({ target }) => refuse(`\`<?${target}\` is not allowed`))
  parser.on('opentag', ({ local, name, uri, attributes }) => {
    if (uri !== SVG || !ELEMENTS.has(local))
      return void refuse(`\`<${name}>\` is not allowed in an svg file`)
    if (isRoot && local !== 'svg') refuse('the file does not begin with `<svg>`')
    for (const attribute of Object.values(attributes)) {
      const message = attributeFault(attribute.name, attribute.value)
      if (message !== null) refuse(message)
    }
    if (isRoot) size = sizeOf((attribute) => attributes[attribute]?.value)
    isRoot = false
  })
  try {
    parser.write(text).close()
  } catch (error) {
    refuse(`the file is no well-formed XML: ${error instanceof Error ? error.message : error}`)
  }
  return { faults, size }
}

function attributeFault(name: string, value: string): string | null {
  if (!ATTRIBUTES.has(name)) return `the attribute \`${name}\` is not allowed in an svg file`
  if (name.startsWith('xmlns')) return null
  const isLink = name === 'href' || name === 'xlink:href'
  if (isLink && !/^#[\w.-]+$/.test(value))
    return `\`${name}\` may only name a part of the same file`
  const outside = value.replace(/url\(\s*['"]?#[\w.-]+['"]?\s*\)/gi, '')
  return /url\s*\(|:\/\/|javascript:/i.test(outside)
    ? `the attribute \`${name}\` may not name anything outside of the file`
    : null
}

function sizeOf(attribute: (name: string) => string | undefined): ReadSvg['size'] {
  const [, , wide, high] = (attribute('viewBox') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number)
  const width = wide ?? Number.parseFloat(attribute('width') ?? '')
  const height = high ?? Number.parseFloat(attribute('height') ?? '')
  return width > 0 && height > 0 ? { width: Math.round(width), height: Math.round(height) } : null
}
