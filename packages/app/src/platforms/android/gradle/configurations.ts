import { plainStrings, type Entry } from './entries.ts';

const SHIPPING = /^(.*?)(?:implementation|api|runtimeOnly|compile|runtime|apk|embed)$/i;
/** `test`, `androidTest`, `testFixtures`, but not the flavour `latest`. */
const TEST = /(?:^t|T)est(?![a-z])|(?:^t|T)ests?$/;
/** Source sets of multiplatform builds that do not go into an Android app. */
const ELSEWHERE =
  /^(?:ios|jvm|js|desktop|wasm|native|apple|web|macos|linux|mingw|tvos|watchos)(?:\w{0,30}Main|$)|^(?:ios|desktop|wasm)/;
/** Blocks that set rules for dependencies, or belong to the build itself. */
const NOT_THE_APP = new Set(['buildscript', 'pluginManagement', 'constraints']);

/** The variant that a declared dependency ships in: '' for all, `debug` for `debugImplementation`; `undefined` for none. */
export function shippingVariant({ path, args }: Entry): string | undefined {
  if (!path.includes('dependencies')) return undefined;
  const [last = ''] = path.slice(-1);
  const name = last === 'add' ? (plainStrings(args)[0] ?? '') : last;
  if (path.some((part) => TEST.test(part) || ELSEWHERE.test(part) || NOT_THE_APP.has(part))) return undefined;
  const match = /compileOnly/i.test(name) || TEST.test(name) || ELSEWHERE.test(name) ? null : SHIPPING.exec(name);
  if (!match) return undefined;
  const variant = match[1] ?? '';
  return /^(?:android|common)main$/i.test(variant) ? '' : variant;
}
