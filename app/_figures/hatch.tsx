/**
 * A pattern of slanted lines that marks a class of things without colour. Use it as
 * `fill={`url(#${id})`}`.
 */
export function Hatch({ id }: { id: string }) {
  return (
    <pattern
      id={id}
      width="5"
      height="5"
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <rect width="5" height="5" className="fill-accent-wash forced-colors:fill-[Canvas]" />
      <path
        d="M0 0V5"
        strokeWidth="2.6"
        className="stroke-accent forced-colors:stroke-[CanvasText]"
      />
    </pattern>
  )
}
