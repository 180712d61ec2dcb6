import { buttonClass } from '@/app/_components/button-class'

/** Leads to the sign-in provider. A plain link, because it leaves this site. */
export function ProviderButton({ href, children }: { href: string; children: string }) {
  return (
    <>
      <a href={href} className={buttonClass('secondary', 'regular', 'w-full')}>
        {children}
      </a>
      <p className="my-5 text-center text-sm text-ink-2">or with a password here</p>
    </>
  )
}
