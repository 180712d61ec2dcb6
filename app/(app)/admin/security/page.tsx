import type { Metadata } from 'next'
import { Link } from '@/app/_components/link'
import { PageHeader } from '@/app/_components/page-header'
import { Panel } from '@/app/_components/panel'
import { requireAdmin } from '@/lib/auth/scopes'
import { count } from '@/lib/kernel/count'
import { loadSecurity } from '@/lib/server/operate/load-security'
import { JudgedList } from './_components/judged-list'

export const metadata: Metadata = { title: 'Security' }

export default async function SecurityPage() {
  const scope = await requireAdmin('/admin/security')
  const judged = await loadSecurity(scope, { now: Date.now() })
  const of = (is: (typeof judged)[number]['is']) => judged.filter((each) => each.is === is)
  const [weak, noted, good] = [of('weak'), of('note'), of('good')]
  return (
    <>
      <PageHeader
        title="Security"
        label={
          <Link href="/admin" className="link">
            Administration
          </Link>
        }
        lead={
          weak.length === 0
            ? 'Nothing in the configuration of this installation was found to be weak.'
            : `${count(weak.length, 'subject')} of ${judged.length} should be changed.`
        }
      />
      <div className="flex flex-col gap-16">
        {weak.length === 0 ? null : (
          <Panel title="Weak" aside={count(weak.length, 'subject')}>
            <JudgedList judged={weak} />
          </Panel>
        )}
        {noted.length === 0 ? null : (
          <Panel title="To think about" aside={count(noted.length, 'subject')}>
            <JudgedList judged={noted} />
          </Panel>
        )}
        <Panel title="In order" aside={count(good.length, 'subject')}>
          <JudgedList judged={good} />
        </Panel>
        <p className="max-w-measure text-sm text-ink-2">
          This page shows the process that has answered. <code>npx steppe security check</code> says
          the same on the machine, with exit code 1 when something is weak. What Steppe defends
          against, and what it leaves to you, is in docs/threat-model.md.
        </p>
      </div>
    </>
  )
}
