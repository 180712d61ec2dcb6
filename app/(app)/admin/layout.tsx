import type { ReactNode } from 'react'
import { SubNav } from '@/app/_components/sub-nav'
import { UndoPlace } from '@/app/_undo/undo-place'
import { adminAround } from '@/lib/auth/scopes'
import { adminPages } from './_components/admin-pages'

export default async function AdminLayout({ children }: { children: ReactNode }) {
  await adminAround()
  return (
    <>
      <SubNav label="Administration" pages={adminPages} />
      <UndoPlace />
      {children}
    </>
  )
}
