import { redirect } from 'next/navigation'
import { currentViewer } from '@/lib/auth/viewer'

export default async function Home() {
  redirect((await currentViewer()) ? '/today' : '/sign-in')
}
