import type { CourseImage as Image } from '@/lib/kernel/image'

/** An image of the course with its caption, source and licence. It keeps its place while it is loaded. */
export function CourseImage({ image, className }: { image: Image; className?: string }) {
  const { file, alt, caption, source, licence, width, height } = image
  return (
    <figure className={className}>
      {/* biome-ignore lint/performance/noImgElement: the course says the size, and the file is sent as it is */}
      <img
        src={`/api/images/${file}`}
        alt={alt}
        width={width}
        height={height}
        className="max-h-[70vh] w-auto max-w-full"
      />
      <figcaption className="mt-2 text-label text-ink-2">
        {caption === null ? null : <span className="block text-sm">{caption}</span>}
        {source} · {licence}
      </figcaption>
    </figure>
  )
}
