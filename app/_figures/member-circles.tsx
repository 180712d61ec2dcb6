import { RowTh, Table, Td, Th } from '@/app/_components/table'
import type { CirclesView } from '@/lib/course/pictures/circles'
import { FigureFrame } from './figure-frame'

type Props = { caption: string; view: CirclesView }

/** Two memberships at a date as overlapping sets. The names are text, so that they keep their size. */
export function MemberCircles({ caption, view }: Props) {
  const { names, date, onlyFirst, both, onlySecond } = view
  const title = `${names[0]} and ${names[1]}, ${date}`
  const parts = [
    { name: `only ${names[0]}`, of: onlyFirst },
    { name: 'both', of: both },
    { name: `only ${names[1]}`, of: onlySecond },
  ]
  return (
    <FigureFrame
      caption={caption}
      table={
        <Table caption={title}>
          <thead>
            <tr>
              <Th>State</Th>
              <Th>Belongs to</Th>
              <Th>As</Th>
            </tr>
          </thead>
          <tbody>
            {parts.flatMap(({ name, of }) =>
              of.map((state) => (
                <tr key={`${name} ${state.name}`}>
                  <RowTh>{state.name}</RowTh>
                  <Td>{name}</Td>
                  <Td>{state.isObserver ? 'observer' : 'member'}</Td>
                </tr>
              )),
            )}
          </tbody>
        </Table>
      }
    >
      <div role="img" aria-label={`${title}. The table below has the same content.`}>
        <div className="mb-2 grid grid-cols-2 gap-4 text-sm leading-tight font-semibold">
          <span>{names[0]}</span>
          <span className="text-right">{names[1]}</span>
        </div>
        <div className="relative grid grid-cols-3 text-center text-label @lg:text-sm">
          <span className="absolute inset-y-0 left-0 w-2/3 rounded-[4rem] border-2 border-accent" />
          <span className="absolute inset-y-0 right-0 w-2/3 rounded-[4rem] border-2 border-dashed border-ink" />
          {parts.map(({ name, of }, i) => (
            <ul
              key={name}
              className={`flex min-h-44 flex-col justify-center gap-1 px-1 py-4 ${i === 1 ? 'font-semibold' : ''}`}
            >
              {of.map((state) => (
                <li key={state.name}>
                  {state.isObserver ? (
                    <i className="text-ink-2">{state.name}, observer</i>
                  ) : (
                    state.name
                  )}
                </li>
              ))}
            </ul>
          ))}
        </div>
        <div className="mt-2 grid grid-cols-3 text-center text-label text-ink-2">
          <span>{onlyFirst.length}</span>
          <span>{both.length} in both</span>
          <span>{onlySecond.length}</span>
        </div>
      </div>
    </FigureFrame>
  )
}
