type LonLat = readonly [lon: number, lat: number]

/**
 * The positions of state names on the map, by ISO 3166-1 numeric code. A state that is too small
 * for its name has it nearby, with a line to `pointsTo`.
 */
export const LABEL_PLACES: Readonly<
  Record<string, { readonly at: LonLat; readonly pointsTo?: LonLat }>
> = {
  '643': { at: [82, 57.5] }, // Russia
  '156': { at: [99, 36] }, // China
  '398': { at: [67, 48.2] }, // Kazakhstan
  '417': { at: [84.5, 44.6], pointsTo: [76, 41.7] }, // Kyrgyzstan
  '762': { at: [83, 37.6], pointsTo: [72.4, 38.4] }, // Tajikistan
  '860': { at: [62.8, 42.8] }, // Uzbekistan
  '795': { at: [59.2, 39.2] }, // Turkmenistan
  '051': { at: [39.2, 38.6], pointsTo: [45, 40.2] }, // Armenia
  '031': { at: [51, 41.6], pointsTo: [48.2, 40.4] }, // Azerbaijan
  '112': { at: [28.2, 53.4] }, // Belarus
  '268': { at: [36.6, 43.2], pointsTo: [42.6, 42.2] }, // Georgia
  '804': { at: [32, 49] }, // Ukraine
  '496': { at: [103.5, 46.4] }, // Mongolia
  '356': { at: [78.5, 23.5] }, // India
  '364': { at: [54, 32.6] }, // Iran
  '586': { at: [68.4, 29.2] }, // Pakistan
  '004': { at: [64.2, 31.8] }, // Afghanistan
  '792': { at: [33.6, 39.2] }, // Turkey
}
