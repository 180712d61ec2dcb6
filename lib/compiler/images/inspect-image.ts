import { imageSize } from 'image-size'
import { contentName, type ImageFile } from './image-file'
import { readSvg, type SvgFault } from './svg-faults'

/** A lesson with a few of these still loads on a slow line. */
export const MOST_BYTES = 500_000
const MOST_PIXELS = 4000

export type Inspected = {
  readonly faults: readonly SvgFault[]
  /** Null when the file cannot be read as what its name says. */
  readonly image: {
    readonly file: string
    readonly type: string
    readonly width: number
    readonly height: number
  } | null
}

const TYPES = {
  png: { type: 'image/png', read: 'png', ending: 'png' },
  jpg: { type: 'image/jpeg', read: 'jpg', ending: 'jpg' },
  jpeg: { type: 'image/jpeg', read: 'jpg', ending: 'jpg' },
  webp: { type: 'image/webp', read: 'webp', ending: 'webp' },
  svg: { type: 'image/svg+xml', read: 'svg', ending: 'svg' },
} as const

const known = new WeakMap<ImageFile, Inspected>()

/** What an image file is, and what is wrong with it. */
export function inspectImage(file: ImageFile): Inspected {
  const inspected = known.get(file) ?? inspect(file)
  known.set(file, inspected)
  return inspected
}

function inspect({ path, bytes }: ImageFile): Inspected {
  const name = Object.keys(TYPES).find((ending) => path.endsWith(`.${ending}`))
  const kind = Object.entries(TYPES).find(([ending]) => ending === name)?.[1]
  if (kind === undefined) return broken('this is no kind of image that a course may have')
  if (bytes.length > MOST_BYTES) {
    return broken(`the file has ${bytes.length} bytes; at most ${MOST_BYTES} are allowed`)
  }
  const svg = kind.read === 'svg' ? readSvg(new TextDecoder().decode(bytes)) : null
  if (svg !== null && svg.faults.length > 0) return { faults: svg.faults, image: null }
  const size = svg === null ? measured(bytes, kind.read) : svg.size
  if (size === null) {
    return broken(
      svg === null
        ? `the file is no ${kind.ending} image, whatever its name says`
        : '`<svg>` needs a `viewBox`, or `width` and `height`',
    )
  }
  const { width, height } = size
  if (width > MOST_PIXELS || height > MOST_PIXELS) {
    return broken(
      `the image has ${width} by ${height} pixels; at most ${MOST_PIXELS} each way are allowed`,
    )
  }
  const file = contentName(path, bytes)
  return { faults: [], image: { file, type: kind.type, width, height } }
}

const broken = (message: string): Inspected => ({ faults: [{ line: 1, message }], image: null })

function measured(bytes: Uint8Array, wanted: string): { width: number; height: number } | null {
  try {
    const { type, width, height } = imageSize(bytes)
    return type === wanted ? { width, height } : null
  } catch {
    return null
  }
}
