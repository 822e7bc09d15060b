import { plainStrings, type Entry } from './entries.ts';
import type { Node } from './statements.ts';

/** Another module that a module ships, by a configuration such as `implementation` or `debugImplementation`. */
export interface ProjectDependency {
  /** Gradle path (`:core:net`), or a typesafe accessor (`projects.core.net`). */
  readonly target: string;
  /** Build type or flavour, when only that one ships it. */
  readonly variant?: string;
}

/** A module's project dependencies, and whether some could not be read. */
export interface ProjectDependencies {
  readonly found: readonly ProjectDependency[];
  readonly unclear: boolean;
}

const SHIPPING = /^(.*?)(?:implementation|api|runtimeOnly|compile|runtime|apk)$/i;

/** The modules that a build script puts into its own, tests and build tools apart. */
export function projectDependencies(entries: readonly Entry[]): ProjectDependencies {
  const found: ProjectDependency[] = [];
  let unclear = false;
  for (const entry of entries) {
    const configuration = shippingConfiguration(entry);
    if (configuration === undefined) continue;
    const targets = projectTargets(entry.args, entry.loop);
    unclear ||= targets === undefined;
    for (const target of targets ?? []) found.push({ target, ...(configuration && { variant: configuration }) });
  }
  for (const { path, args } of entries) {
    if (path.at(-1) === 'dynamicFeatures') found.push(...plainStrings(args).map((target) => ({ target })));
  }
  return { found, unclear };
}

/** The variant of a configuration that ships: '' for all, `debug` for `debugImplementation`; `undefined` when it does not ship. */
function shippingConfiguration({ path, args }: Entry): string | undefined {
  if (!path.includes('dependencies') || path.some((name) => /test|^ios|^jvm|^js|^desktop|^wasm/i.test(name))) return undefined;
  const [last = ''] = path.slice(-1);
  const name = last === 'add' ? (plainStrings(args)[0] ?? '') : last;
  const match = /compileOnly/i.test(name) ? null : SHIPPING.exec(name);
  if (!match || /test/i.test(name)) return undefined;
  const variant = match[1] ?? '';
  return /^(?:android|common)main$/i.test(variant) ? '' : variant;
}

function projectTargets(nodes: readonly Node[], loop: Entry['loop']): readonly string[] | undefined {
  const targets: string[] = [];
  for (const [index, node] of nodes.entries()) {
    if (node.kind === 'group' && node.open !== '{') {
      for (const statement of node.statements) {
        const inner = projectTargets(statement, loop);
        if (!inner) return undefined;
        targets.push(...inner);
      }
    } else if (node.kind === 'word' && node.text === 'project') {
      const argument = nodes[index + 1];
      if (argument?.kind === 'mark') continue;
      const named = argument ? namedModules(argument.kind === 'group' ? argument.statements.flat() : [argument], loop) : [];
      if (named.length === 0) return undefined;
      targets.push(...named);
    } else if (node.kind === 'word' && node.text === 'projects' && nodes[index - 1]?.kind !== 'mark') {
      targets.push(accessor(nodes.slice(index)));
    }
  }
  return targets;
}

/** The module names that arguments give, those of the enclosing loop put in. */
function namedModules(nodes: readonly Node[], loop: Entry['loop']): readonly string[] {
  const [plain] = plainStrings(nodes);
  if (plain) return [plain];
  if (!loop) return [];
  const { parameter, strings } = loop;
  return nodes.flatMap((node) => {
    if (node.kind === 'word' && node.text === parameter) return strings;
    if (node.kind !== 'string') return [];
    return strings.map((string) => node.text.replace(`\${${parameter}}`, string).replace(`$${parameter}`, string));
  });
}

function accessor(nodes: readonly Node[]): string {
  const end = nodes.findIndex((node) => node.kind !== 'word' && !(node.kind === 'mark' && node.text === '.'));
  return nodes
    .slice(0, end < 0 ? undefined : end)
    .flatMap((node) => (node.kind === 'word' ? [node.text] : []))
    .join('.');
}
