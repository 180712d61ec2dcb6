import { createHash } from 'node:crypto'

/** A file of the folder `images`. */
export type ImageFile = { readonly path: string; readonly bytes: Uint8Array<ArrayBuffer> }

/** Whether a path of a course or of a library is that of an image. */
export const isImagePath = (path: string): boolean =>
  /^([^/]+\/)?images\/[^/]+\.(png|jpg|jpeg|webp|svg)$/.test(path)

/** Whether such a file is no text. Its `text` is then its bytes in base64. */
export const isBinary = (path: string): boolean => isImagePath(path) && !path.endsWith('.svg')

type FileText = { readonly path: string; readonly text: string }

/** The bytes of a file of a course, whether it is text or not. */
export const bytesOf = ({ path, text }: FileText): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.from(text, isBinary(path) ? 'base64' : 'utf8'))

/** These bytes as the text of a file of a course. */
export const textOf = (path: string, bytes: Uint8Array): string =>
  Buffer.from(bytes).toString(isBinary(path) ? 'base64' : 'utf8')

/** The name under which the bytes of an image are kept: their hash, with the ending of its file. */
export function contentName(path: string, bytes: Uint8Array): string {
  const ending = path.slice(path.lastIndexOf('.') + 1)
  const hash = createHash('sha256').update(bytes).digest('hex')
  return `${hash}.${ending === 'jpeg' ? 'jpg' : ending}`
}
