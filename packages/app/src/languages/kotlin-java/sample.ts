import type { SourceFunction, SourceUnit, Use } from '../../code/source-unit.ts';
import { kotlinJavaReader } from './index.ts';

const known = new Set(['android.telephony.TelephonyManager', 'android.Manifest', 'android.os.Build']);
const reader = await kotlinJavaReader({ knows: (name) => known.has(name) });

/** What the reader says of a file in a test. */
export const reading = reader;

/** Reads Kotlin in a test. */
export function kotlin(text: string, path = 'app/src/main/kotlin/A.kt'): SourceUnit {
  const unit = reader(path, text);
  if ('what' in unit) throw new Error(unit.what);
  return unit;
}

/** Reads Java in a test. */
export function java(text: string): SourceUnit {
  return kotlin(text, 'app/src/main/java/A.java');
}

/** A function of a unit by its name, `Owner.name` where several share it. */
export function functionOf(unit: SourceUnit, name: string): SourceFunction {
  const found = unit.functions.find((each) => each.name === name || `${each.owner}.${each.name}` === name);
  if (!found) throw new Error(`no ${name} among ${unit.functions.map((each) => each.name).join(', ')}`);
  return found;
}

/** All uses of a unit in words: `call android.telephony.TelephonyManager.getDeviceId`, a `?` before what is not resolved. */
export function uses(unit: SourceUnit, kind?: Use['kind']): string[] {
  return unit.functions.flatMap((each) => each.uses).filter((each) => !kind || each.kind === kind).map(inWords);
}

/** A use in words. */
export function inWords({ kind, certainty, receiver, name }: Use): string {
  return `${kind} ${certainty === 'text' ? '?' : ''}${receiver ? `${receiver}.` : ''}${name}`;
}

/** The only use of a name in a unit. */
export function use(unit: SourceUnit, name: string): Use {
  const found = unit.functions.flatMap((each) => each.uses).filter((each) => each.name === name);
  if (found.length !== 1 || !found[0]) throw new Error(`${found.length} uses of ${name} among ${uses(unit).join(', ')}`);
  return found[0];
}
