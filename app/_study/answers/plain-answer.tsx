export const PlainAnswer = ({ children }: { children: string }) => (
  <p className="font-serif text-xl font-semibold wrap-break-word">{children}</p>
)
