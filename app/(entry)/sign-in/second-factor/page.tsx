import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { SetUpForms } from '@/app/_second-factor/set-up-forms'
import { wasRenewed } from '@/lib/auth/renew-session'
import { currentSettingUp } from '@/lib/auth/setting-up'
import { EntryHead } from '../../_components/entry-head'
import { begin, confirm } from './actions'

export const metadata: Metadata = { title: 'Set up a second factor' }

export default async function SetUpSecondFactorPage() {
  // The answer that brings the recovery codes is this page once more.
  if (!(await currentSettingUp()) && !wasRenewed()) redirect('/sign-in')
  return (
    <>
      <EntryHead title="Set up a second factor">
        An administrator asks everybody with your role for one. You need an authenticator app on
        your phone. Until it is set up, nothing else can be opened.
      </EntryHead>
      <SetUpForms begin={begin} confirm={confirm} asksPassword={false} next="/today" />
    </>
  )
}
