const arrow = (d: string) => (
  <svg
    aria-hidden="true"
    viewBox="0 0 16 16"
    width="16"
    height="16"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.5"
    strokeLinecap="round"
    strokeLinejoin="round"
  >
    <path d={d} />
  </svg>
)

export const ArrowUpIcon = () => arrow('M8 13V3m-4 4 4-4 4 4')
export const ArrowDownIcon = () => arrow('M8 3v10m-4-4 4 4 4-4')
