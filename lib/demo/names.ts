// 47 and 53 have no common divisor: no pair comes twice among 2491 people.
const FIRST =
  'Adaeze Aiko Alisher Anahit Andrei Aroha Ayana Beatriz Bilal Bo Camille Daria Davit Elif Emre Fatou Gulnara Hana Ibrahim Ingrid Isla Javier Jing Kamala Kofi Lars Leila Lucia Malik Marta Mei Nadia Nikos Noor Oksana Omar Paulo Priya Rania Rosa Sanjay Sofia Tariq Thandi Tomas Yara Zoltan'.split(
    ' ',
  )
const LAST =
  'Abara Almeida Andersen Aydin Bakirov Bauer Benali Bianchi Brandt Chen Cisse Costa Dlamini Dubois Eriksen Farouk Fischer Garcia Gomez Grigoryan Haddad Hansen Horvat Ito Jansen Kapoor Karimov Keller Kim Kovacs Kruger Laurent Lopez Mensah Moreau Murphy Nakamura Nguyen Novak Okafor Olsen Papadakis Petrov Rahman Reyes Rossi Saito Santos Silva Tamm Tran Wallace Yilmaz'.split(
    ' ',
  )

/** A different name for every index; from the 2,491st on with a number. */
export function nameAt(index: number): string {
  const name = `${FIRST[index % FIRST.length]} ${LAST[index % LAST.length]}`
  const round = Math.floor(index / (FIRST.length * LAST.length))
  return round === 0 ? name : `${name} ${round + 1}`
}

export const ZONES: readonly [string, ...string[]] = [
  'Europe/London',
  'Europe/Berlin',
  'Europe/Athens',
  'America/New_York',
  'America/Sao_Paulo',
  'Africa/Nairobi',
  'Asia/Almaty',
  'Asia/Kolkata',
  'Asia/Tokyo',
  'Australia/Sydney',
]
