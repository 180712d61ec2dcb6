import type { Metadata } from 'next'
import { Link } from '@/app/_components/link'
import { PageHeader } from '@/app/_components/page-header'
import { Panel } from '@/app/_components/panel'
import { TERMS } from '@/app/_help/terms'
import { HINT_TEXTS } from '@/app/_hints/hint-texts'
import { HINTS } from '@/lib/account/display'
import { requireLearner } from '@/lib/auth/scopes'
import { keyMapOf } from '@/lib/review/keys'
import { HintsForm } from './_components/hints-form'

export const metadata: Metadata = { title: 'Help' }

export default async function HelpPage() {
  const { user } = await requireLearner('/help')
  const { help } = keyMapOf(user.settings.keys)
  return (
    <>
      <PageHeader title="Help" lead="How a day goes, and what the words on these pages mean." />
      <div className="space-y-14">
        <Panel title="How a day goes">
          <ol className="max-w-measure list-decimal space-y-2 pl-5 font-serif text-lg">
            <li>
              <Link href="/today" className="link">
                Today
              </Link>{' '}
              says what is to be done, and one button starts it.
            </li>
            <li>
              Answer before you look. Then rate how well you recalled it: Again, Hard, Good or Easy.
              The time on each button says when the question comes back.
            </li>
            <li>
              Below each answer stands the paragraph of the source that it rests on, and the date
              for which it holds.
            </li>
            <li>
              A finished{' '}
              <Link href="/course" className="link">
                lesson
              </Link>{' '}
              unlocks its questions. A few new ones come up each day.
            </li>
          </ol>
          {help === null ? null : (
            <p className="mt-4 text-sm text-ink-2">
              During a review, press {help} for the list of keys. They can be changed in the{' '}
              <Link href="/settings/keys" className="link">
                settings
              </Link>
              .
            </p>
          )}
        </Panel>
        <Panel title="First hints">
          <dl className="max-w-measure">
            {HINTS.map((hint) => (
              <div key={hint} className="border-t border-rule py-4 first:border-t-0">
                <dt className="font-semibold">{HINT_TEXTS[hint].title}</dt>
                <dd className="mt-1 font-serif text-lg">{HINT_TEXTS[hint].text}</dd>
              </div>
            ))}
          </dl>
          <HintsForm />
        </Panel>
        <Panel title="What the words mean">
          <dl className="max-w-measure">
            {Object.entries(TERMS).map(([id, { name, says, more }]) => (
              <div
                key={id}
                id={id}
                className="scroll-mt-6 border-t border-rule py-4 first:border-t-0 target:bg-accent-wash forced-colors:target:outline-2"
              >
                <dt className="font-semibold">{name}</dt>
                <dd className="mt-1 font-serif text-lg">{says}</dd>
                <dd className="mt-1 text-sm text-ink-2">{more}</dd>
              </div>
            ))}
          </dl>
        </Panel>
      </div>
    </>
  )
}
