import localFont from 'next/font/local'

// next/font reads these options at build time, so they must be literals and cannot share code. One
// file is fetched before the page asks: the sans of the interface, which every first view has. The
// serif comes when a page uses it, in three cuts, which together are smaller than its two variable
// files. It is `optional`: a page that is shown before it has come keeps the fallback, so no line
// breaks anew under a reader, and the next page has it.
const serif = localFont({
  src: [
    {
      path: '../node_modules/@fontsource/source-serif-4/files/source-serif-4-latin-400-normal.woff2',
      style: 'normal',
      weight: '400',
    },
    {
      path: '../node_modules/@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff2',
      style: 'normal',
      weight: '600',
    },
    {
      path: '../node_modules/@fontsource/source-serif-4/files/source-serif-4-latin-400-italic.woff2',
      style: 'italic',
      weight: '400',
    },
  ],
  variable: '--font-serif-latin',
  adjustFontFallback: 'Times New Roman',
  preload: false,
  display: 'optional',
})

// Letters beyond Latin-1.
const serifExt = localFont({
  src: [
    {
      path: '../node_modules/@fontsource/source-serif-4/files/source-serif-4-latin-ext-400-normal.woff2',
      style: 'normal',
      weight: '400',
    },
    {
      path: '../node_modules/@fontsource/source-serif-4/files/source-serif-4-latin-ext-600-normal.woff2',
      style: 'normal',
      weight: '600',
    },
  ],
  variable: '--font-serif-latin-ext',
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C4,U+2113,U+2C60-2C7F,U+A720-A7FF',
    },
  ],
  adjustFontFallback: false,
  preload: false,
  display: 'optional',
})

const sans = localFont({
  src: '../node_modules/@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2',
  weight: '200 900',
  variable: '--font-sans-latin',
  adjustFontFallback: 'Arial',
  display: 'swap',
})

const sansExt = localFont({
  src: '../node_modules/@fontsource-variable/source-sans-3/files/source-sans-3-latin-ext-wght-normal.woff2',
  weight: '200 900',
  variable: '--font-sans-latin-ext',
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C4,U+2113,U+2C60-2C7F,U+A720-A7FF',
    },
  ],
  adjustFontFallback: false,
  preload: false,
  display: 'swap',
})

/** The class names that set the font variables used in globals.css. */
export const fontVariables = [serif, serifExt, sans, sansExt].map((font) => font.variable).join(' ')
