import { ENCODINGS, type Encoding } from './encodings'
import { plausibility } from './plausibility'

/** `sure`: a mark or the bytes themselves leave no doubt. Otherwise somebody must look at the text. */
export type Decoded = {
  readonly encoding: Encoding
  readonly sure: boolean
  readonly text: string
}

/**
 * Text of a file of unknown encoding: by its byte order mark, otherwise UTF-8 where that is valid,
 * otherwise the encoding in which it looks most like names, which is a guess.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const marked = markOf(bytes)
  if (marked !== null) return { ...decoded(bytes, marked), sure: true }
  const wide = wideOf(bytes)
  if (wide !== null) return { ...decoded(bytes, wide), sure: false }
  if (isUtf8(bytes) && !bytes.includes(ESCAPE)) return { ...decoded(bytes, 'utf-8'), sure: true }
  const head = bytes.subarray(0, GUESSED_FROM_BYTES)
  const [best] = ENCODINGS.map(([encoding]) => encoding)
    .filter((encoding) => !encoding.startsWith('utf-16'))
    .map((encoding) => ({ encoding, score: plausibility(decodeAs(head, encoding), encoding) }))
    .toSorted((a, b) => b.score - a.score)
  return { ...decoded(bytes, best?.encoding ?? 'utf-8'), sure: false }
}

/** What cannot be read in this encoding becomes U+FFFD. */
export const decodeAs = (bytes: Uint8Array, encoding: Encoding): string =>
  new TextDecoder(encoding).decode(bytes)

const decoded = (bytes: Uint8Array, encoding: Encoding) => ({
  encoding,
  text: decodeAs(bytes, encoding),
})

/** Enough lines to tell encodings apart. Every one of them is tried. */
const GUESSED_FROM_BYTES = 20_000
/** It begins the other characters in ISO-2022-JP, whose bytes are all ASCII. */
const ESCAPE = 0x1b

function markOf(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 'utf-8' : null
}

/** UTF-16 without a mark: separators, line ends and addresses are ASCII, so every second byte of them is 0. */
function wideOf(bytes: Uint8Array): Encoding | null {
  const head = bytes.subarray(0, GUESSED_FROM_BYTES)
  const zerosAt = (odd: number) => head.filter((byte, at) => byte === 0 && at % 2 === odd).length
  const [high, low] = [zerosAt(0), zerosAt(1)]
  if (high + low === 0 || high + low < head.length / 20) return null
  return low > high ? 'utf-16le' : 'utf-16be'
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
