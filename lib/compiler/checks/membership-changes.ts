import { inOrder, membershipsAt } from '../../course/memberships'
import type { FactEntry } from '../../course/schema/fact-entry'
import type { MembershipChange } from '../../course/types'
import type { EntityId } from '../../kernel/ids'
import type { Check, Draft } from '../draft'
import type { Place } from '../fault'
import { fault } from '../fault'

type Step = MembershipChange & { readonly place: Place; readonly fact: FactEntry['id'] }

const NOT_YET = ['plan', 'forecast', 'judgement', 'reason']

/**
 * Membership changes must have happened and must follow from one another: a state that is not in
 * cannot leave, and none can join twice.
 */
export const membershipChanges: Check = (draft) => {
  const steps = stepsOf(draft)
  const organisations = [...new Set(steps.map(({ organisation }) => organisation))]
  const unreal = draft.facts.flatMap(({ value, at }) => {
    if (value.changes.length === 0 || !NOT_YET.includes(value.kind)) return []
    const message = `fact \`${value.id}\` is a ${value.kind}: only what happened can change a membership`
    return [fault(at(['changes']), 'membership', message)]
  })
  // When some facts could not be read, the sequence has gaps and nobody can say who was a member.
  const whole = !draft.incomplete.has('fact') && draft.broken.every(({ kind }) => kind !== 'fact')
  if (!whole) return unreal
  return [...unreal, ...organisations.flatMap((id) => misfits(id, steps))]
}

function misfits(organisation: EntityId, all: readonly Step[]) {
  const steps = inOrder(all.filter((step) => step.organisation === organisation))
  const before: Step[] = []
  return steps.flatMap((step) => {
    const now = membershipsAt(before, organisation, step.date)
    before.push(step)
    const having = step.role === 'member' ? now.members : now.observers
    const wrong = step.states.filter(
      (state) => having.includes(state) === (step.action === 'joins'),
    )
    if (wrong.length === 0) return []
    const already = step.action === 'joins' ? 'is already' : 'is not'
    const article = step.role === 'observer' ? 'an' : 'a'
    const message = `${wrong.join(', ')} ${step.action} ${organisation} in ${step.date}, but ${already} ${article} ${step.role} at that time`
    return [fault(step.place, 'membership', message)]
  })
}

const stepsOf = (draft: Draft): readonly Step[] =>
  draft.facts.flatMap(({ value, at }) =>
    value.changes.map((change, i) => ({ ...change, fact: value.id, place: at(['changes', i]) })),
  )
