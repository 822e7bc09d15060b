/** Files that mingshi itself has written: they quote the policy, or hold what is still to be published. */
type OwnOutput = 'check' | 'inventory' | 'draft';

/** The comment stands near the start, the advice of a report in plain text at the end. */
const NEAR = 600;
const COMMENT = /<!-- (?:made by )?mingshi (check|inventory|draft)[; ]/;
const ADVICE = /^(?:more|更多) {2,}mingshi explain \S+$/m;

const utf8 = new TextDecoder();

/** Which command wrote a file; undefined for what somebody else wrote. */
export function ownOutput(bytes: Uint8Array): OwnOutput | undefined {
  const command = COMMENT.exec(utf8.decode(bytes.subarray(0, NEAR)))?.[1];
  if (command !== undefined) return command as OwnOutput;
  return ADVICE.test(utf8.decode(bytes.subarray(Math.max(0, bytes.length - NEAR)))) ? 'check' : undefined;
}
