import type { ColumnRole } from './reading'

/** What a head of a column is compared by: letters and digits in lower case, without what stands in brackets. */
const headForm = (head: string): string =>
  head
    .replace(/[([（［].*?[)\]）］]/g, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

// Heads that spreadsheets, learning platforms and personnel systems write, in the languages that
// people asked for. Anything else is chosen in the preview.
const WORDS: Readonly<Record<Exclude<ColumnRole, 'ignore'>, string>> = {
  first: `
    first name, firstname, first, given name, given names, forename, forenames, christian name,
    middle name, patronymic; Vorname, Vornamen, Rufname; prénom, prénoms; nombre, nombres, nombre de
    pila; nome, nome próprio, primeiro nome; imię, imiona, pierwsze imię; имя, имена, отчество, имя
    отчество; ім'я, імя, по батькові; аты, есімі, әкесінің аты; jméno, křestní jméno; meno, krstné
    meno; keresztnév, utónév; prenume; ime; voornaam, roepnaam; fornavn, förnamn, etunimi; ad, adı,
    isim; όνομα; 名, 名字; 이름; ism, ismi`,
  last: `
    last name, lastname, last, surname, family name, second name; Nachname, Familienname, Zuname; nom,
    nom de famille; apellido, apellidos, primer apellido, segundo apellido; cognome; sobrenome, apelido,
    último nome; nazwisko; фамилия; прізвище; тегі, фамилиясы; příjmení; priezvisko; vezetéknév,
    családnév; nume, nume de familie; prezime, priimek; achternaam, familienaam; etternavn, efternamn,
    efternavn, sukunimi; soyad, soyadı, soyisim; επώνυμο; 姓; 성, 성씨; familiya, familiyasi`,
  name: `
    name, names, full name, fullname, display name, real name, analyst, person, participant, student,
    learner, employee, attendee, member, user, name of participant, participant name, student name,
    employee name, first and last name, name and surname; vollständiger Name, Vor- und Nachname, Vor
    und Nachname, Teilnehmer, Teilnehmerin, Mitarbeiter; nom complet, nom et prénom, prénom et nom,
    nom prénom, participant; nombre completo, nombre y apellidos, apellidos y nombre; nome e cognome,
    nome completo, cognome e nome, nominativo; imię i nazwisko, nazwisko i imię; ФИО, Ф.И.О., полное
    имя, имя и фамилия, фамилия имя, фамилия и имя, фамилия имя отчество, участник, сотрудник; ПІБ,
    прізвище та ім'я, прізвище ім'я по батькові; аты-жөні, толық аты; jméno a příjmení, meno a
    priezvisko; név, teljes név; nume complet; ime i prezime; volledige naam, naam; navn, namn, nimi;
    ad soyad, adı soyadı, isim soyisim; ονοματεπώνυμο; 姓名, 全名, 氏名, お名前, 名前; 성명; F.I.O.`,
  email: `
    e-mail, mail, email address, address, e-mail address, mail address, smtp, smtp address; E-Mail-
    Adresse, Mailadresse; courriel, adresse courriel, adresse électronique, adresse e-mail, mél; correo,
    correo electrónico, correo-e; posta elettronica, indirizzo e-mail, indirizzo; adres e-mail, poczta,
    poczta elektroniczna; почта, эл. почта, электронная почта, адрес электронной почты, эл. адрес,
    электронный адрес, емейл, имейл, мейл, адрес; пошта, ел. пошта, електронна пошта, адреса
    електронної пошти, електронна адреса; пошта, эл. пошта, электрондық пошта, электрондық мекенжай;
    e-posta, eposta; e-pošta; sähköposti, e-post, epost; ηλεκτρονικό ταχυδρομείο; 邮箱, 电子邮箱, 电子邮件,
    邮件, 信箱, 電子郵件, 電子信箱, メール, メールアドレス, 電子メール, 이메일, 메일; pochta`,
}

const ROLE_OF: ReadonlyMap<string, ColumnRole> = new Map(
  (['first', 'last', 'name', 'email'] as const).flatMap((role) =>
    WORDS[role].split(/[,;]/).map((word) => [headForm(word), role] as const),
  ),
)

/** What a column with this head holds; null when the head says nothing. */
export function roleOfHead(head: string): ColumnRole | null {
  const form = headForm(head)
  if (form === '') return null
  const known = ROLE_OF.get(form)
  if (known) return known
  return /e?mail|почта|пошта|邮箱|郵件|メール/.test(form) ? 'email' : null
}
