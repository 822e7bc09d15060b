import type { Entry } from './start-up.ts';
import type { SourceType, SourceUnit } from './source-unit.ts';
import { lastOf } from './known-apis.ts';

/** Methods that the system calls. */
type Methods = ReadonlyMap<string, Entry['kind']>;

const APPLICATION: Methods = new Map([
  ['onCreate', 'application'],
  ['attachBaseContext', 'attach-base-context'],
  ['<static>', 'static'],
  ['<init>', 'application'],
]);

/** Classes whose heirs the system starts by itself, and the methods it calls. */
const STARTED: readonly (readonly [RegExp, Methods])[] = [
  [/(?:^|\.)(?:Multi[Dd]ex|Tinker|Flutter|Dagger|Lite\w*)?Application(?:Like)?$|^(?:Base|App|My)\w*Application$/, APPLICATION],
  [/(?:^|\.)ContentProvider$|(?:^|\.)FileProvider$/, new Map([['onCreate', 'provider'], ['<static>', 'static']])],
  [/(?:^|\.)Initializer(?:<.*>)?$/s, new Map([['create', 'initializer'], ['<static>', 'static']])],
];

/** Names to look for in source files, so that none of these classes is passed over. */
export const ENTRY_TERMS: readonly string[] = ['Application', 'MultiDexApplication', 'ContentProvider', 'Initializer'];

/** The functions of a Kotlin or Java file that run when the app starts. */
export function jvmEntries(units: readonly SourceUnit[]): readonly Entry[] {
  const parents = parentsIn(units);
  return units.flatMap((unit) =>
    unit.types.flatMap((type) => {
      const methods = methodsOf(type, unit, parents);
      if (!methods) return [];
      return unit.functions.flatMap((each): readonly Entry[] => {
        const kind = each.owner === type.name ? methods.get(each.name) : undefined;
        return kind ? [{ kind, unit, function: each }] : [];
      });
    }),
  );
}

/** What the system calls of the first screen, and what the screens of such apps that have none of it have their parents call. */
const SHOWN = /^(?:onCreate|onStart|onResume)$/;
const SET_UP = /^(?:init|initView|initViews|initData)$/;

/** The functions of the first screens that run when the app is opened; `names` are the classes of those screens. */
export function launcherEntries(units: readonly SourceUnit[], names: readonly string[]): readonly Entry[] {
  const simple = new Set(names.map(lastOf));
  return units.flatMap((unit) =>
    unit.types.flatMap(({ name }) => {
      const full = unit.package === '' ? name : `${unit.package}.${name}`;
      if (!simple.has(name) || !names.some((each) => each === full || `.${full}`.endsWith(each))) return [];
      const own = unit.functions.filter(({ owner }) => owner === name);
      const shown = own.filter((each) => SHOWN.test(each.name));
      const run = shown.some((each) => each.name === 'onCreate') ? shown : [...shown, ...own.filter((each) => SET_UP.test(each.name))];
      return run.map((each): Entry => ({ kind: 'activity', unit, function: each }));
    }),
  );
}

/** The files among them that declare a class which the system starts by itself. */
export function startedUnits(units: readonly SourceUnit[]): readonly SourceUnit[] {
  const parents = parentsIn(units);
  return units.filter((unit) => unit.types.some((type) => methodsOf(type, unit, parents)));
}

/** What the system calls of a class that it starts by itself. */
function methodsOf(type: SourceType, unit: SourceUnit, parents: Parents): Methods | undefined {
  return startedAs(type.supertypes, parents, 0) ?? applicationByName(type, unit, parents);
}

/** An application class by its own name: what it extends stands in a library, so that nothing else tells. */
function applicationByName({ name, supertypes }: SourceType, { functions }: SourceUnit, parents: Parents): Methods | undefined {
  if (!/(?:Application|App)$/.test(lastOf(name)) || supertypes.length === 0) return undefined;
  if (supertypes.some((each) => parents.has(lastOf(each)) || OTHER_PARTS.test(each))) return undefined;
  const isStarted = functions.some((each) => each.owner === name && /^(?:onCreate|attachBaseContext)$/.test(each.name));
  return isStarted ? APPLICATION : undefined;
}

/** Parts of an app that have an `onCreate` of their own, and are not its application. */
const OTHER_PARTS = /Activity|Fragment|Service|Provider|Receiver|Dialog|View|Screen/;

type Parents = ReadonlyMap<string, readonly string[]>;

function parentsIn(units: readonly SourceUnit[]): Parents {
  return new Map(units.flatMap(({ types }) => types.map(({ name, supertypes }) => [name, supertypes] as const)));
}

function startedAs(
  supertypes: readonly string[],
  parents: Parents,
  depth: number,
): Methods | undefined {
  for (const supertype of supertypes) {
    const found = STARTED.find(([pattern]) => pattern.test(supertype));
    if (found) return found[1];
    const own = depth < 6 ? parents.get(lastOf(supertype)) : undefined;
    const inherited = own && startedAs(own, parents, depth + 1);
    if (inherited) return inherited;
  }
  return undefined;
}

/** Classes of HarmonyOS that the system starts an app with, however they are imported, and the methods it then calls. */
const ABILITY = /(?:^|\.)(?:UIAbility|Ability|AbilityStage)(?:\.default)?$/;
/** Top-level code, and what uni-app calls. */
const STARTS = /^(?:<module>|onLaunch)$/;
const ABILITY_STARTS = /^(?:onCreate|onWindowStageCreate|onForeground)$/;

/** The top-level code of the files with which a script app starts, and `main`, `onLaunch` or what an ability does where the framework calls it. */
export function scriptEntries(units: readonly SourceUnit[], isEntryFile: (path: string) => boolean): readonly Entry[] {
  return units
    .filter(({ path, language }) => (language === 'typescript' || language === 'dart' || language === 'arkts') && isEntryFile(path))
    .flatMap((unit) => {
      const abilities = new Set(unit.types.flatMap(({ name, supertypes }) => (supertypes.some((each) => ABILITY.test(each)) ? [name] : [])));
      return unit.functions
        .filter(({ name, owner }) => STARTS.test(name) || (owner === '' && name === 'main') || (abilities.has(owner) && ABILITY_STARTS.test(name)))
        .map((each) => ({ kind: 'module' as const, unit, function: each }));
    });
}
