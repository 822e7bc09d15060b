/** A rule's page, taken apart: what it says in both languages, and its examples. */
interface RulePage {
  readonly title: string;
  /** Text of `## 中文` and `## English`. */
  readonly zh: string;
  readonly en: string;
  readonly examples: readonly Example[];
}

/** A small project and what the rule says of it. */
export interface Example {
  readonly title: string;
  readonly files: Readonly<Record<string, string>>;
  /** `about file:line:column confidence`, one a finding. */
  readonly findings: readonly string[];
}

interface Fence {
  readonly info: string;
  readonly body: readonly string[];
}

/** Reads a page; throws where its structure is not that of a page. */
export function readPage(text: string): RulePage {
  const [head, zh, en, examples] = text.split(/^## (?:中文|English|Examples \/ 示例)$/m);
  if (examples === undefined || zh === undefined || en === undefined || head === undefined) {
    throw new Error('a page has the sections "中文", "English" and "Examples / 示例", in this order');
  }
  const title = /^# (.+)$/m.exec(head)?.[1] ?? '';
  return { title, zh, en, examples: examples.split(/^### /m).slice(1).map(readExample) };
}

function readExample(text: string): Example {
  const title = text.slice(0, text.indexOf('\n'));
  const fences = fencesOf(text);
  const findings = fences.filter(({ info }) => info === 'findings');
  if (findings.length !== 1) throw new Error(`example "${title}" has ${findings.length} findings blocks`);
  const files = fences
    .filter(({ info }) => info !== 'findings')
    .map(({ info, body }) => {
      const path = info.slice(info.indexOf(' ') + 1);
      if (path === info) throw new Error(`example "${title}" has a block without a path: ${info}`);
      return [path, `${body.join('\n')}\n`] as const;
    });
  return { title, files: Object.fromEntries(files), findings: findings.flatMap(({ body }) => body) };
}

function fencesOf(text: string): readonly Fence[] {
  const fences: Fence[] = [];
  let open: { mark: string; info: string; body: string[] } | undefined;
  for (const line of text.split('\n')) {
    const mark = /^`{3,}/.exec(line)?.[0];
    if (open && line === open.mark) {
      fences.push(open);
      open = undefined;
    } else if (open) open.body.push(line);
    else if (mark) open = { mark, info: line.slice(mark.length), body: [] };
  }
  if (open) throw new Error(`a block is not closed: ${open.info}`);
  return fences;
}

/** The page with the findings of each example replaced by those given, in order. */
export function withFindings(text: string, findings: readonly (readonly string[])[]): string {
  let example = 0;
  return text.replace(/^```findings\n(?:[^`\n][^\n]*\n)*```$/gm, () =>
    ['```findings', ...(findings[example++] ?? []), '```'].join('\n'),
  );
}
