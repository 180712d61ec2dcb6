import type { CitedPlace } from '@/lib/reference/view/fact-view'

/** Links to the cited paragraphs. They are plain links, because only a real load sets `:target`. */
export function CitedPlaces({ places }: { places: readonly CitedPlace[] }) {
  return places.map(({ source, paragraph, label }, index) => (
    <span key={`${source}#${paragraph}`}>
      {index > 0 ? ', ' : null}
      <a href={`/sources/${source}#p${paragraph}`} className="link">
        {label}
      </a>
    </span>
  ))
}
