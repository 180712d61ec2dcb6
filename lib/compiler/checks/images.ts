import type { Check, Draft } from '../draft'
import { fault } from '../fault'
import { inspectImage } from '../images/inspect-image'
import { closest } from './closest'

/**
 * Each image has a file that is what its name says, and is shown somewhere; each file of the folder
 * `images` has an entry, and with it an alternative text, a source and a licence.
 */
export const images: Check = (draft) => [...ofEntries(draft), ...ofFiles(draft), ...ofUses(draft)]

function ofEntries({ images, imageFiles, lessons, questions }: Draft) {
  const shown = new Set([
    ...lessons.flatMap((lesson) => lesson.images.map(({ id }) => id)),
    ...questions.flatMap(({ value }) => value.image ?? []),
  ])
  const paths = new Set(imageFiles.map(({ path }) => path))
  return images.flatMap(({ value: { id, file }, at }, i) => {
    const first = images.findIndex(({ value }) => value.id === id)
    return [
      ...(first === i ? [] : [fault(at(['id']), 'duplicate-id', `images has \`${id}\` twice`)]),
      ...(paths.has(`images/${file}`)
        ? []
        : [fault(at(['file']), 'image', `there is no file images/${file}`)]),
      ...(shown.has(id)
        ? []
        : [fault(at(['id']), 'image', `image \`${id}\` is shown in no lesson and no question`)]),
    ]
  })
}

function ofFiles({ images, imageFiles }: Draft) {
  const named = new Set(images.map(({ value }) => `images/${value.file}`))
  return imageFiles.flatMap((file) => [
    ...(named.has(file.path)
      ? []
      : [
          fault(
            { file: file.path, line: 1 },
            'image',
            'no entry of images.yaml names this file; it needs an alternative text, a source and a licence',
          ),
        ]),
    ...inspectImage(file).faults.map(({ line, message }) =>
      fault({ file: file.path, line }, 'image', message),
    ),
  ])
}

function ofUses(draft: Draft) {
  const ids: readonly string[] = draft.images.map(({ value }) => value.id)
  const unknown = (id: string) => {
    const near = closest(id, ids)
    return `there is no image \`${id}\`${near === null ? '' : `; did you mean \`${near}\`?`}`
  }
  return [
    ...draft.lessons.flatMap(({ images }) => images),
    ...draft.questions.flatMap(({ value, at }) =>
      value.image === undefined ? [] : [{ id: value.image, place: at(['image']) }],
    ),
  ].flatMap(({ id, place }) => (ids.includes(id) ? [] : [fault(place, 'unknown-id', unknown(id))]))
}
