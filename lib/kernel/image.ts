/** An image of a course, as the catalogue names it wherever it is shown. */
export type CourseImage = {
  readonly id: string
  /** SHA-256 of its bytes and how its name ends: it never changes, so a browser may keep it for ever. */
  readonly file: string
  readonly alt: string
  readonly caption: string | null
  readonly source: string
  readonly licence: string
  /** In pixels. */
  readonly width: number
  readonly height: number
}

/** The bytes of an image, as they are stored and served. */
export type ImageBytes = {
  readonly file: string
  /** A media type, such as `image/png`. */
  readonly type: string
  readonly bytes: Uint8Array<ArrayBuffer>
}
