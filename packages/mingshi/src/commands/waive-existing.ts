import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { decodeText } from '@mingshi/model';
import { loadKnowledge } from '@mingshi/knowledge';
import { CONFIG_NAME } from '../config/config.ts';
import { schemaLine, withWaivers } from '../config/config-text.ts';
import { gitIn } from '../project/git.ts';
import { knownNames } from '../config/known-names.ts';
import { openProject } from '../project/project.ts';
import type { Named } from '../project/project.ts';
import type { Report } from '../report/report.ts';
import { today } from '../today.ts';
import { waiverRules } from '../waivers/waivers.ts';
import { writeAtomically } from '../write.ts';
import type { Outcome, Surroundings } from './outcome.ts';

const key = ({ rule, about }: { readonly rule: string; readonly about: string }): string => `${rule}:${about}`;

/** Writes today's findings as waivers into the config; what it is about is what a report says, so it happens once. */
export function waiveExisting(report: Report, named: Named, { language }: Pick<Surroundings, 'language'>): Outcome {
  const project = openProject(named);
  const path = project.config?.absolute ?? join(project.root, CONFIG_NAME);
  const date = today();
  // A decision that was to be taken again on a day is not taken by a machine.
  const expired = new Set(report.findings.flatMap(({ rule, about }) => (rule === 'expired-waiver' ? [about] : [])));
  const own = new Set(waiverRules.map(({ id }) => id));
  const found = new Map(report.findings.flatMap((each) => (own.has(each.rule) ? [] : [[key(each), each] as const])));
  const fresh = [...found.values()].filter((finding) => !expired.has(key(finding)) && !expired.has(finding.rule));
  const left = found.size - fresh.length;
  if (fresh.length > 0) {
    const by = gitIn(project.root)?.(['config', 'user.name']).out.toString('utf8').trim().slice(0, 100);
    const reason = { zh: `${date} 已存在`, en: `existing on ${date}` }[language];
    const waivers = fresh.map(({ rule, about }) => ({ rule, about, reason, ...(by ? { by } : {}) }));
    const source = existsSync(path) ? decodeText(readFileSync(path)).text : `${schemaLine(dirname(path))}\n`;
    const text = withWaivers(source, project.config?.path ?? CONFIG_NAME, waivers, knownNames(loadKnowledge()));
    writeAtomically(path, text);
  }
  const shown = relative(process.cwd(), path) || CONFIG_NAME;
  const zh = fresh.length > 0 ? `${fresh.length} 个结果已作为豁免写进 ${shown}` : `没有新的结果，${shown} 没有改动`;
  const en =
    fresh.length > 0
      ? `${fresh.length} ${fresh.length === 1 ? 'finding was' : 'findings were'} written as waivers into ${shown}`
      : `no new finding, nothing was written to ${shown}`;
  const rest = {
    zh: left > 0 ? `；另有 ${left} 个的豁免已经过期，没有续期，要由人决定` : '',
    en: left > 0 ? `; ${left} whose waiver has expired were left: renewing is a person's decision` : '',
  };
  return { text: `${{ zh: zh + rest.zh, en: en + rest.en }[language]}\n`, code: 0 };
}
