/** Names that keep their capital wherever they stand. */
const PROPER = /^(?:[A-Z]{2}|[A-Z]\b|Android|Bluetooth|Wi-Fi|Cookies?\b)/;

/** The English name of a kind of data inside a sentence: precise location, but IMEI and Android ID. */
export function midSentence(name: string): string {
  return PROPER.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1);
}
