/** A file of the folder `images`. */
export type ImageFile = { readonly path: string; readonly bytes: Uint8Array<ArrayBuffer> }

/** Whether a file of a course is no text. Its `text` is then its bytes in base64. */
export const isBinary = (path: string): boolean => /^images\/[^/]+\.(png|jpg|jpeg|webp)$/.test(path)

/** The bytes of a file of a course, whether it is text or not. */
export const bytesOf = ({
  path,
  text,
}: {
  readonly path: string
  readonly text: string
}): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text, isBinary(path) ? 'base64' : 'utf8'))
