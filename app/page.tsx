import { redirect } from 'next/navigation'
import { currentViewer } from '@/lib/auth/scopes'

export default async function Home() {
  redirect((await currentViewer()) ? '/today' : '/sign-in')
}
