import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { cleanUp, folder, manifest, mingshi, policy } from './cli-run.ts';

afterAll(cleanUp);

interface Run {
  readonly tool: { readonly driver: { readonly name: string; readonly rules: readonly SarifRule[] } };
  readonly automationDetails: { readonly id: string };
  readonly columnKind: string;
  readonly results: readonly Result[];
  readonly invocations: readonly {
    readonly executionSuccessful: boolean;
    readonly toolExecutionNotifications: readonly unknown[];
  }[];
}
interface SarifRule {
  readonly id: string;
  readonly shortDescription: { readonly text: string };
  readonly fullDescription: { readonly text: string };
  readonly help: { readonly text: string; readonly markdown: string };
  readonly properties: { readonly tags: readonly string[] };
}
interface Place {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string };
    readonly region: {
      readonly startLine: number;
      readonly startColumn: number;
      readonly endLine: number;
      readonly endColumn: number;
    };
  };
}
interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly Place[];
  readonly relatedLocations?: readonly Place[];
  readonly partialFingerprints: { readonly primaryLocationLineHash: string };
  readonly properties: { readonly permission?: string };
}

function run(root: string, ...args: readonly string[]): Run {
  const { stdout } = mingshi(['check', root, '--format', 'sarif', ...args]);
  const log = JSON.parse(stdout) as {
    readonly $schema: string;
    readonly version: string;
    readonly runs: readonly [Run];
  };
  expect(log.version).toBe('2.1.0');
  expect(log.$schema).toMatch(/sarif-2\.1\.0\.json$/);
  expect(log.runs).toHaveLength(1);
  return log.runs[0];
}

const examples = fileURLToPath(new URL('../examples/', import.meta.url));

// What code scanning refuses or silently drops; the whole check is Microsoft's sarif-multitool with --rule-kind 'Sarif;Gh'.
describe.each(readdirSync(examples))('SARIF for %s', (name) => {
  const { tool, results, automationDetails, columnKind, invocations } = run(join(examples, name), '--lang', 'zh');

  it('has all that code scanning asks of a rule', () => {
    const { rules } = tool.driver;
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    for (const rule of rules) {
      expect(rule.id).toMatch(/^[a-z-]+$/);
      for (const words of [rule.shortDescription.text, rule.fullDescription.text, rule.help.text, rule.help.markdown]) {
        expect(words.length).toBeGreaterThan(3);
        expect(words.length).toBeLessThan(30_000);
      }
      expect(rule.fullDescription.text.length).toBeLessThanOrEqual(1024);
      expect(rule.properties.tags.length).toBeLessThanOrEqual(10);
    }
    expect(automationDetails.id).toMatch(/\/$/);
    expect(columnKind).toBe('utf16CodeUnits');
    expect(invocations[0]?.executionSuccessful).toBe(true);
  });

  it('has all that code scanning asks of a result', () => {
    for (const { ruleId, ruleIndex, message, locations, relatedLocations = [], partialFingerprints } of results) {
      expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
      expect(message.text).toMatch(/[.。！？」”"]$/);
      expect(locations).toHaveLength(1);
      expect(partialFingerprints.primaryLocationLineHash).toMatch(/^[0-9a-f]{32}:1$/);
      for (const { physicalLocation } of [...locations, ...relatedLocations]) {
        const { artifactLocation, region } = physicalLocation;
        expect(artifactLocation.uri).toMatch(/^examples\/[\w.~%/-]+$/);
        expect(region.startLine).toBeGreaterThan(0);
        expect(region.endLine).toBe(region.startLine);
        expect(region.endColumn).toBeGreaterThan(region.startColumn);
      }
    }
    expect(new Set(results.map((result) => result.partialFingerprints.primaryLocationLineHash)).size).toBe(
      results.length,
    );
  });
});

const only = ['--rule', 'undisclosed-permission'];

/** Fingerprints by permission. */
const prints = (root: string): ReadonlyMap<string | undefined, string> =>
  new Map(
    run(root, ...only).results.map(({ properties, partialFingerprints }) => [
      properties.permission,
      partialFingerprints.primaryLocationLineHash,
    ]),
  );

describe('SARIF', () => {
  it('keeps its fingerprints when the file grows or moves', () => {
    const before = folder({
      'app/src/main/AndroidManifest.xml': manifest('SEND_SMS', 'READ_CONTACTS'),
      'privacy.md': policy,
    });
    const after = folder({
      'mobile/src/main/AndroidManifest.xml': manifest('INTERNET', 'READ_CONTACTS', 'CAMERA', 'SEND_SMS'),
      'privacy.md': policy,
    });
    const [first, second] = [prints(before), prints(after)];
    for (const name of ['android.permission.SEND_SMS', 'android.permission.READ_CONTACTS']) {
      expect(first.get(name)).toBeDefined();
      expect(second.get(name)).toBe(first.get(name));
    }
    expect(second.get('android.permission.CAMERA')).not.toBe(second.get('android.permission.SEND_SMS'));
  });

  it('leaves out what is waived: code scanning would show it as open', () => {
    const root = folder({
      'app/src/main/AndroidManifest.xml': manifest('SEND_SMS'),
      'privacy.md': policy,
      'mingshi.yaml':
        'waivers:\n  - {rule: undisclosed-permission, about: android.permission.SEND_SMS, reason: ticket}\n',
    });
    expect(run(root, ...only).results).toEqual([]);
  });

  it('says what was not checked', () => {
    const root = folder({ 'app/src/main/AndroidManifest.xml': manifest('SEND_SMS'), 'privacy.md': policy });
    expect(JSON.stringify(run(root).invocations)).toContain('library-manifests');
  });
});
