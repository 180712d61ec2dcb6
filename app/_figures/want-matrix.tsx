import type { WantsView } from '@/lib/course/pictures/wants'
import { CitedLinks, FigureFrame } from './figure-frame'

type Props = { caption: string; view: WantsView }

/**
 * Who wants what, as a matrix. It is a table, so everybody reads the same: a filled cell has a mark and
 * the paragraphs that say it, and an empty one means that no fact of the course says it.
 */
export function WantMatrix({ caption, view }: Props) {
  const { columns, rows, who } = view
  const title = who === null ? 'Who wants what' : `What ${who} wants, by document`
  return (
    <FigureFrame caption={caption} table={null}>
      <section
        aria-label={title}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        className="relative -mx-4 overflow-x-auto px-4 @lg:mx-0 @lg:px-0"
      >
        <table className="w-full table-fixed border-collapse text-label leading-tight @lg:text-sm">
          <caption className="sr-only">{title}</caption>
          <thead>
            <tr>
              <td className="w-[34%]" />
              {columns.map(({ id, name }) => (
                <th
                  key={id}
                  scope="col"
                  className="border-b border-rule-ink px-1 pb-1.5 text-left align-bottom font-semibold hyphens-auto"
                >
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ aim, cells }) => (
              <tr key={aim}>
                <th
                  scope="row"
                  className="border-b border-rule py-2 pr-2 text-left align-top font-normal"
                >
                  {aim}
                </th>
                {cells.map((cites, i) => (
                  <td
                    key={columns[i]?.id}
                    className={
                      cites.length === 0
                        ? 'border-b border-rule'
                        : 'border-b border-l-4 border-b-rule border-l-accent bg-accent-wash px-1.5 py-2 align-top'
                    }
                  >
                    {cites.length === 0 ? (
                      <span className="sr-only">no fact says so</span>
                    ) : (
                      <CitedLinks cites={cites} />
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </FigureFrame>
  )
}
