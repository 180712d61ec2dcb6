import { redirect } from 'next/navigation'
import { homeOf } from '@/app/_shell/nav-items'
import { currentViewer } from '@/lib/auth/scopes'

export default async function Home() {
  const viewer = await currentViewer()
  redirect(viewer ? homeOf(viewer.scope.user.role) : '/sign-in')
}
