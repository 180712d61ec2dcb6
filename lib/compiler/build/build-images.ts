import type { CourseImage, ImageBytes } from '../../kernel/image'
import type { Draft } from '../draft'
import type { ImageFile } from '../images/image-file'
import { inspectImage } from '../images/inspect-image'

/** The images of a draft, as the catalogue names them, in the order of `images.yaml`. */
export function buildImages(draft: Draft): readonly CourseImage[] {
  return draft.images.flatMap(({ value: { id, file, alt, caption, source, licence } }) => {
    const image = inspected(draft, file)
    if (image === null) return []
    const { width, height } = image
    return [{ id, file: image.file, alt, caption: caption ?? null, source, licence, width, height }]
  })
}

/** Their bytes, each once. */
export function imageBytes(draft: Draft): readonly ImageBytes[] {
  const byFile = new Map<string, ImageBytes>()
  for (const { value } of draft.images) {
    const from = fileOf(draft, value.file)
    const image = inspected(draft, value.file)
    if (from === undefined || image === null) continue
    byFile.set(image.file, { file: image.file, type: image.type, bytes: from.bytes })
  }
  return [...byFile.values()]
}

const fileOf = ({ imageFiles }: Draft, name: string): ImageFile | undefined =>
  imageFiles.find(({ path }) => path === `images/${name}`)

function inspected(draft: Draft, name: string) {
  const file = fileOf(draft, name)
  return file === undefined ? null : inspectImage(file).image
}
