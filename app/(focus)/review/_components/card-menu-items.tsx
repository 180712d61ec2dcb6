import { ariaKey, type KeyAction, type KeyMap } from '@/lib/review/keys'

type MenuItem = { readonly action: KeyAction; readonly label: string }

type Props = {
  canUndo: boolean
  revealed: boolean
  isCram: boolean
  keyMap: KeyMap
  onAction: (action: KeyAction) => void
}

/** What the menu of a card holds. No card waits for it. */
export function CardMenuItems({ canUndo, revealed, isCram, keyMap, onAction }: Props) {
  return menuItems(canUndo, revealed, isCram).map(({ action, label }) => (
    <button
      key={action}
      type="button"
      aria-keyshortcuts={ariaKey(keyMap[action])}
      className="flex min-h-11 w-full cursor-pointer items-center justify-between gap-4 px-4 text-left text-sm hover:bg-sunk focus-visible:-outline-offset-2"
      onClick={(event) => {
        event.currentTarget.closest<HTMLElement>('[popover]')?.hidePopover()
        onAction(action)
      }}
    >
      {label}
      {keyMap[action] === null ? null : (
        <span aria-hidden="true" className="text-ink-2">
          {keyMap[action]}
        </span>
      )}
    </button>
  ))
}

function menuItems(canUndo: boolean, revealed: boolean, isCram: boolean): readonly MenuItem[] {
  const undo: MenuItem[] = canUndo ? [{ action: 'undo', label: 'Undo' }] : []
  const aside: MenuItem[] = isCram
    ? []
    : [
        { action: 'bury', label: 'Bury until tomorrow' },
        { action: 'suspend', label: 'Suspend' },
      ]
  const source: MenuItem[] = revealed ? [{ action: 'source', label: 'Open source' }] : []
  return [
    ...undo,
    ...aside,
    { action: 'flag', label: 'Flag for instructors' },
    { action: 'info', label: 'Card info' },
    ...source,
    { action: 'help', label: 'Keys' },
  ]
}
