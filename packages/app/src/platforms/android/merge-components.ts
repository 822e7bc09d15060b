import type { Component } from '@mingshi/model';
import type { Layer } from './layers.ts';
import type { ComponentTag } from './manifest.ts';
import { compareLocations } from './merge-permissions.ts';
import { RANK } from './variants.ts';

/** The components of an app, by full class name, what a stronger manifest removes left out. */
export function mergeComponents(layers: readonly Layer[]): readonly Component[] {
  const merged = new Map<string, Component>();
  const removed = new Set<string>();
  for (const layer of layers.toSorted((a, b) => order(a) - order(b))) {
    for (const tag of layer.manifest.components) {
      const name = className(tag.name, layer.namespace);
      const key = `${tag.kind} ${name}`;
      if (tag.node === 'remove') {
        if (!layer.conditions) removed.add(key);
      } else if (merged.has(key)) widen(merged, key, layer);
      else if (!(removed.has(key) && layer.rank <= RANK.main)) merged.set(key, component(tag, name, layer));
    }
  }
  return [...merged.values()].toSorted((a, b) => compareLocations(a.at, b.at));
}

function component(
  { kind, target, permission, exported, actions, at }: ComponentTag,
  name: string,
  { module, conditions, namespace }: Layer,
): Component {
  return {
    kind,
    name,
    ...(target && { target: className(target, namespace) }),
    ...(permission && { permission: permission.text }),
    ...(exported !== undefined && { exported }),
    actions,
    ...(conditions && { onlyIn: conditions }),
    at,
    module,
  };
}

/** The same component in another manifest. */
function widen(merged: Map<string, Component>, key: string, { conditions }: Layer): void {
  const { onlyIn, ...known } = merged.get(key) as Component;
  if (!onlyIn) return;
  merged.set(key, conditions ? { ...known, onlyIn: [...new Set([...onlyIn, ...conditions])].toSorted() } : known);
}

/** The main manifest first, then source sets, then libraries; what a build merged repeats them. */
function order({ rank, role }: Layer): number {
  if (role === 'merged' || role === 'named') return 20;
  return rank === RANK.main ? 0 : 10 - rank;
}

/** `.Main` and `Main` belong to the module's namespace. */
function className(name: string, namespace: string): string {
  if (name.startsWith('.')) return namespace + name;
  return name.includes('.') || !namespace ? name : `${namespace}.${name}`;
}
