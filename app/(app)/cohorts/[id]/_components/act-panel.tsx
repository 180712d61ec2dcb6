import { uuidv7 } from 'uuidv7'
import { LinkButton } from '@/app/_components/link-button'
import { Notice } from '@/app/_components/notice'
import { Panel } from '@/app/_components/panel'
import type { ReadinessView } from '@/lib/cohort/view/readiness-view'
import { count } from '@/lib/kernel/count'
import { describeSeveral } from '@/lib/server/cohort/describe-several'
import type { InstructedCohortScope } from '@/lib/server/scope'
import { ACT_TITLES, type Act } from './acts'
import { FocusHere } from './focus-here'
import { ExtendForm, MessageForm, MoveForm } from './several-forms'

const NAMES_SHOWN = 12

type Props = {
  scope: InstructedCohortScope
  act: Act
  chosen: ReadinessView['chosen']
  /** The address of the page without it. */
  back: string
}

/** Asks for what an act on several analysts needs, and says in numbers what it will do. */
export async function ActPanel({ scope, act, chosen, back }: Props) {
  return (
    <Panel title={ACT_TITLES[act]} className="mb-14">
      <FocusHere id="act">
        {chosen.length === 0 ? (
          <Notice title="Nobody is chosen">
            Tick the analysts in the table below, then choose again what is to be done.
          </Notice>
        ) : (
          <>
            <p className="mb-5">
              <strong>{count(chosen.length, 'analyst')}:</strong> {namesOf(chosen)}
            </p>
            <Form scope={scope} act={act} chosen={chosen} back={back} />
          </>
        )}
        <LinkButton href={back} kind="quiet" size="small" className="mt-3 -ml-3">
          Cancel
        </LinkButton>
      </FocusHere>
    </Panel>
  )
}

async function Form({ scope, act, chosen, back }: Props) {
  const people = chosen.map(({ userId }) => userId)
  const fields = { cohort: scope.cohort.id, act: uuidv7(), people: people.join(' '), back }
  switch (act) {
    case 'message':
      return <MessageForm fields={fields} people={people.length} />
    case 'extend': {
      const { assignments } = await describeSeveral(scope, { people })
      return <ExtendForm fields={fields} people={people.length} assignments={assignments} />
    }
    case 'move': {
      const { cohorts } = await describeSeveral(scope, { people })
      return <MoveForm fields={fields} people={people.length} cohorts={cohorts} />
    }
  }
}

function namesOf(chosen: ReadinessView['chosen']): string {
  const names = chosen.slice(0, NAMES_SHOWN).map(({ name }) => name)
  const rest = chosen.length - names.length
  const all = rest === 0 ? names : [...names, `${rest} more`]
  return `${new Intl.ListFormat('en-GB').format(all)}.`
}
