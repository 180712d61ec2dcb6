import type { BriefView } from '@/lib/reference/view/brief'
import { Statement } from './brief-facts'

/** Core facts that another passage contradicts, with what it says instead. */
export function BriefDisputes({ disputes }: Pick<BriefView, 'disputes'>) {
  if (disputes.length === 0) return null
  return (
    <section aria-labelledby="brief-disputes">
      <h2 id="brief-disputes" className="brief-heading">
        What is disputed
      </h2>
      <ul className="brief-list">
        {disputes.map(({ fact, against }) => (
          <li key={fact.id} className={fact.isPrinted ? undefined : 'brief-rest'}>
            <Statement fact={fact} />
            {against.map((other) => (
              <p key={other.id} className="brief-against">
                <b>Against it:</b> <Statement fact={other} />
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}
