import type { VersionRow } from '@/lib/server/course/load-versions'

/** `in the browser, by Vera Toll`. */
export function whereFrom({ origin, by }: Pick<VersionRow, 'origin' | 'by'>): string {
  switch (origin) {
    case 'folder':
      return 'from the folder of the server'
    case 'command':
      return 'by the command line'
    case 'stored':
      return 'by the command line, from what was published'
    case 'browser':
      return by === null ? 'in the browser' : `in the browser, by ${by}`
  }
}
