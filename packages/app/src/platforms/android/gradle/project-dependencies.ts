import { shippingVariant } from './configurations.ts';
import { plainStrings, type Entry } from './entries.ts';
import type { Node } from './statements.ts';

/** Another module that a module ships, by a configuration such as `implementation` or `debugImplementation`. */
interface ProjectDependency {
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

/** The modules that a build script puts into its own, tests and build tools apart. */
export function projectDependencies(entries: readonly Entry[]): ProjectDependencies {
  let unclear = false;
  const found = entries.flatMap((entry): readonly ProjectDependency[] => {
    if (entry.path.at(-1) === 'dynamicFeatures') return plainStrings(entry.args).map((target) => ({ target }));
    const variant = shippingVariant(entry);
    const targets = variant === undefined ? [] : projectTargets(entry.args, entry.loop);
    unclear ||= targets === undefined;
    return (targets ?? []).map((target) => ({ target, ...(variant && { variant }) }));
  });
  return { found, unclear };
}

/** The modules that arguments name; `undefined` when one is named by code. */
function projectTargets(nodes: readonly Node[], loop: Entry['loop']): readonly string[] | undefined {
  const targets = nodes.flatMap((node, index) => nodeTargets(node, index, nodes, loop));
  return targets.includes(undefined) ? undefined : targets.filter((target) => target !== undefined);
}

function nodeTargets(
  node: Node,
  index: number,
  nodes: readonly Node[],
  loop: Entry['loop'],
): readonly (string | undefined)[] {
  if (node.kind === 'group') {
    if (node.open === '{') return [];
    return node.statements.flatMap(
      (statement): readonly (string | undefined)[] => projectTargets(statement, loop) ?? [undefined],
    );
  }
  if (node.kind !== 'word') return [];
  if (node.text === 'projects' && nodes[index - 1]?.kind !== 'mark') return [accessor(nodes, index)];
  const argument = nodes[index + 1];
  if (node.text !== 'project' || argument?.kind === 'mark') return [];
  const named = argument ? namedModules(argument.kind === 'group' ? argument.statements.flat() : [argument], loop) : [];
  return named.length > 0 ? named : [undefined];
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

/** `projects.core.net`, from the word `projects` on. */
function accessor(nodes: readonly Node[], start: number): string {
  const names: string[] = [];
  for (let at = start; at < nodes.length; at += 1) {
    const node = nodes[at];
    if (node?.kind === 'word') names.push(node.text);
    else if (node?.kind !== 'mark' || node.text !== '.') break;
  }
  return names.join('.');
}
