import * as v from 'valibot';

const described = <T extends v.GenericSchema>(schema: T, description: string) =>
  v.pipe(schema, v.description(description));
const filled = v.pipe(v.string(), v.trim(), v.nonEmpty());
const oneOrMore = v.union([filled, v.pipe(v.array(filled), v.minLength(1))]);

/** A real day, YYYY-MM-DD. */
const day = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}$/),
  v.check((date) => !Number.isNaN(Date.parse(date)) && new Date(date).toISOString().startsWith(date)),
);

/** What a rule can be set to, from silent to failing the run. */
export const SEVERITIES = ['off', 'info', 'warning', 'error'] as const;

/** What mingshi.yaml may hold, given the rules and categories that there are: check, type and schema for editors. */
export function configSchema(rules: readonly string[], categories: readonly string[]) {
  const rule = v.picklist(rules);
  return v.strictObject({
    app: v.exactOptional(
      described(
        oneOrMore,
        'Which app to check, by Gradle path (:app) or folder; or the merged AndroidManifest.xml to read. 要检查的应用。',
      ),
    ),
    policy: v.exactOptional(
      described(oneOrMore, 'The files of the privacy policy, relative to this file. 隐私政策的文件。'),
    ),
    category: v.exactOptional(
      described(v.picklist(categories), 'Type of the app, one of 39, by name or id: 问诊挂号. 应用类型，39 类之一。'),
    ),
    rules: v.exactOptional(
      described(
        v.strictObject(Object.fromEntries(rules.map((id) => [id, v.exactOptional(v.picklist(SEVERITIES))]))),
        'Severity of a rule, or off. 规则的级别，off 为关闭。',
      ),
    ),
    waivers: v.exactOptional(
      described(
        v.array(
          v.strictObject({
            rule: described(rule, 'The rule that found it. 规则。'),
            about: described(filled, 'What the finding is about, as the report says. 报告中的 about。'),
            reason: described(filled, 'Why it may stand. 理由。'),
            by: v.exactOptional(described(filled, 'Who decided. 决定人。')),
            until: v.exactOptional(described(day, 'Last day, YYYY-MM-DD. 截止日期。')),
          }),
        ),
        'Findings that may stand, each with its reason. 豁免，每条写明理由。',
      ),
    ),
  });
}

/** The content of a mingshi.yaml that passed. */
export type ConfigContent = v.InferOutput<ReturnType<typeof configSchema>>;
